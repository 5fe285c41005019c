import { KeyedMutex } from './keyedMutex.js';

/** One turn at a time per conversation, so that no two write its state or speak in it at once. */
export interface TurnLock {
  /**
   * Runs the turn when every earlier one of the conversation has ended, well or badly, and returns what it
   * returns or fails with what it throws. A turn must not start another one of its own conversation and wait.
   */
  run<T>(conversationId: string, turn: () => Promise<T>): Promise<T>;
  /** Waits until no turn is running or waiting, those included that start meanwhile. Turns failing is no failure of it. */
  drain(): Promise<void>;
}

/** Keeps turns apart within this process. */
export class InProcessTurnLock implements TurnLock {
  private readonly turns = new KeyedMutex();
  private readonly running = new Set<Promise<unknown>>();

  async run<T>(conversationId: string, turn: () => Promise<T>): Promise<T> {
    const running = this.turns.run(conversationId, turn);
    this.running.add(running);
    try {
      return await running;
    } finally {
      this.running.delete(running);
    }
  }

  async drain(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled(this.running);
  }

  /** Conversations with a turn running or waiting. */
  get size(): number {
    return this.turns.size;
  }
}
