import { createContext, useCallback, useContext, useState, useSyncExternalStore } from 'react';
import type { Desk } from './desk.js';
import type { DeskState } from './deskState.js';
import { readRefusalCode } from './refusal.js';
import type { Store } from './store.js';

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('No desk: the component stands outside DeskContext');
  return desk;
}

/** A part of the desk's state. `select` must return what is in the state, not something made anew. */
export function useDeskState<Part>(select: (state: DeskState) => Part): Part {
  const { store } = useDesk();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

export function useStore<Value>(store: Store<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get);
}

export interface Action {
  readonly pending: boolean;
  /** Why it was refused, as words are named under `refused`. */
  readonly refused: string | undefined;
  /** Runs it; whether it went well. Nothing while one runs. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
  readonly clear: () => void;
}

/** One thing an agent asks for: whether it is under way, and why it was refused. */
export function useAction(): Action {
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<string>();

  const run = useCallback(async (work: () => Promise<unknown>): Promise<boolean> => {
    setPending(true);
    setRefused(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      setRefused(readRefusalCode(error));
      return false;
    } finally {
      setPending(false);
    }
  }, []);
  const clear = useCallback(() => setRefused(undefined), []);

  return { pending, refused, run, clear };
}
