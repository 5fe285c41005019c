import { useSyncExternalStore } from 'react';
import { useDeskState } from './useDesk.js';

const SECOND = 1000;

const listeners = new Set<() => void>();
let now = Math.floor(Date.now() / SECOND) * SECOND;
let timer: number | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, SECOND);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  now = Math.floor(Date.now() / SECOND) * SECOND;
  for (const listener of listeners) listener();
}

/** This browser's clock, once a second; milliseconds since the epoch. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

/** The service's clock, once a second. */
export function useServiceNow(): number {
  const offset = useDeskState((state) => state.clockOffset);
  return useNow() + offset;
}

/** Whether a moment of this browser's clock is still to come; draws anew only when that changes. */
export function useIsAhead(moment: number): boolean {
  return useSyncExternalStore(subscribe, () => now < moment);
}

/** Whether a moment of the service's clock has passed; draws anew only when that changes. */
export function useHasPassed(moment: number): boolean {
  const offset = useDeskState((state) => state.clockOffset);
  return !useIsAhead(moment - offset);
}

/** The beginning of today in the agent's time zone. */
export function useToday(): number {
  return useSyncExternalStore(subscribe, () => new Date(now).setHours(0, 0, 0, 0));
}
