import type { Activity } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { ConversationLog } from './conversationLog.js';
import type { TurnLock } from './turnLock.js';

export interface TurnRunnerParts {
  readonly lock: TurnLock;
  readonly conversationLog: Pick<ConversationLog, 'readUnanswered'>;
  readonly log: Pick<Logger, 'error'>;
}

export type RunActivity = (activity: Partial<Activity> & { id: string }) => Promise<void>;

/** An activity that never completes is not tried for ever: it would cost its conversation every later turn. */
const MAX_ATTEMPTS = 3;
const REMEMBERED_ATTEMPTS = 10_000;

/** Runs turns: one at a time per conversation, so that a stopping process can wait for them. */
export class TurnRunner {
  private readonly attempts = new LRUCache<string, number>({ max: REMEMBERED_ATTEMPTS });

  constructor(private readonly parts: TurnRunnerParts) {}

  /** Runs `turn` when no other one of this conversation runs, and settles as it does. Not to be nested. */
  run<Result>(conversationId: string, turn: () => Promise<Result>): Promise<Result> {
    return this.parts.lock.run(conversationId, turn);
  }

  /**
   * Runs, in order, every recorded activity of the conversation that has no completed turn: the one just received as
   * well as those a process died over. Never rejects; failures are logged and the next activity is taken.
   */
  runUnanswered(conversationId: string, runActivity: RunActivity): Promise<void> {
    const { conversationLog, log } = this.parts;
    const turns = this.run(conversationId, async () => {
      for (const activity of await conversationLog.readUnanswered(conversationId)) {
        if (!this.mayTry(conversationId, activity.id)) continue;
        try {
          await runActivity(activity);
        } catch (error) {
          log.error({ err: error, conversationId, activityId: activity.id }, 'turn failed');
        }
      }
    });
    return turns.catch((error: unknown) =>
      log.error({ err: error, conversationId }, 'turns could not be run'),
    );
  }

  /** Resolves when no turn is running or waiting, also not one that began meanwhile. */
  drain(): Promise<void> {
    return this.parts.lock.drain();
  }

  private mayTry(conversationId: string, activityId: string): boolean {
    const key = `${conversationId} ${activityId}`;
    const attempts = (this.attempts.get(key) ?? 0) + 1;
    this.attempts.set(key, attempts);
    return attempts <= MAX_ATTEMPTS;
  }
}
