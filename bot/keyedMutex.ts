import { Mutex } from 'async-mutex';

interface Waiting {
  readonly mutex: Mutex;
  users: number;
}

/** Runs work one at a time per key, in the order asked for; different keys do not wait for each other. */
export class KeyedMutex {
  private readonly waiting = new Map<string, Waiting>();

  /** Not reentrant: work that asks for its own key again waits for itself, for ever. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const entry = this.waiting.get(key) ?? { mutex: new Mutex(), users: 0 };
    this.waiting.set(key, entry);
    entry.users += 1;
    try {
      return await entry.mutex.runExclusive(work);
    } finally {
      entry.users -= 1;
      if (entry.users === 0) this.waiting.delete(key);
    }
  }

  /** Holds several keys at once. Two calls cannot block each other: keys are always taken in one order. */
  runAll<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const [first, ...rest] = [...new Set(keys)].sort();
    return first === undefined ? work() : this.run(first, () => this.runAll(rest, work));
  }

  /** How many keys are in use or waited for. */
  get size(): number {
    return this.waiting.size;
  }
}
