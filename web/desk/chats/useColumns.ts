import { useEffect, useState } from 'react';

/** A chat needs so many pixels to be worked in. */
const COLUMN_WIDTH = 284;
const MOST = 3;

/** How many chats fit side by side in an element: one to three. */
export function useColumns(element: HTMLElement | null): number {
  const [columns, setColumns] = useState(1);
  useEffect(() => {
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      setColumns(Math.min(MOST, Math.max(1, Math.floor(width / COLUMN_WIDTH))));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return columns;
}
