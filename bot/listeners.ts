import { warnOf } from './warning.js';

/** Those who want to hear of something. One that throws stops neither the others nor the one who tells. */
export class Listeners<T> {
  private readonly listeners = new Set<{ readonly call: (value: T) => void }>();

  /** Returns how to stop listening. */
  add(call: (value: T) => void): () => void {
    const listener = { call };
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  notify(value: T): void {
    for (const listener of [...this.listeners]) {
      try {
        listener.call(value);
      } catch (error) {
        warnOf(error);
      }
    }
  }

  get size(): number {
    return this.listeners.size;
  }
}
