import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Within so many pixels of the end the reader is at the end. */
const SLACK = 40;

export interface StickToEnd {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly isAtEnd: boolean;
  readonly onScroll: () => void;
  readonly goToEnd: () => void;
}

/** Keeps a scrolled box at its end while what is in it grows, unless the reader has scrolled up. */
export function useStickToEnd(content: unknown): StickToEnd {
  const scroller = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const sticks = useRef(true);
  const lastTop = useRef(0);

  const goToEnd = useCallback(() => {
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, []);
  const onScroll = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const isAtEndNow = box.scrollHeight - box.scrollTop - box.clientHeight < SLACK;
    // Away from the end without having moved up: the box shrank or its content grew, and nobody scrolled.
    const wentUp = box.scrollTop < lastTop.current;
    lastTop.current = box.scrollTop;
    if (!isAtEndNow && !wentUp && sticks.current) return;
    sticks.current = isAtEndNow;
    setAtEnd(isAtEndNow);
  }, []);

  useLayoutEffect(() => {
    if (sticks.current) goToEnd();
  }, [content, goToEnd]);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const observer = new ResizeObserver(() => sticks.current && goToEnd());
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    return () => observer.disconnect();
  }, [goToEnd]);

  return { scroller, isAtEnd, onScroll, goToEnd };
}
