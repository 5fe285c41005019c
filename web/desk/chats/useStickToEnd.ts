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

  const goToEnd = useCallback(() => {
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, []);
  const onScroll = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    sticks.current = box.scrollHeight - box.scrollTop - box.clientHeight < SLACK;
    setAtEnd(sticks.current);
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
