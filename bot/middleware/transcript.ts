import {
  ActivityTypes,
  type Activity,
  type Middleware,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import { getConversationKey } from '../conversationKey.js';
import type { ConversationLog } from '../conversationLog.js';
import { isRecorded } from './duplicates.js';

type Send = () => Promise<ResourceResponse[]>;

/**
 * Holds a turn's replies until the turn has saved its state, then lets them leave together and records them with the
 * mark that the turn is complete. A turn that throws says nothing of what it had ready; what the error handling says
 * afterwards is recorded all the same.
 */
export class TranscriptMiddleware implements Middleware {
  constructor(private readonly conversationLog: ConversationLog) {}

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    const held: Partial<Activity>[] = [];
    let holding = true;
    let completed = false;

    context.onSendActivities(async (_context, activities, send: Send) => {
      if (activities.every(isPassing)) return send();
      if (holding) {
        held.push(...activities);
        return activities.map(() => ({ id: '' }));
      }
      completed = true;
      return this.sendAndRecord(context, activities, send);
    });

    try {
      await next();
    } finally {
      holding = false;
    }
    if (held.length > 0) await context.sendActivities(held);
    if (!completed) await this.recordCompletion(context, []);
  }

  private async sendAndRecord(
    context: TurnContext,
    activities: readonly Partial<Activity>[],
    send: Send,
  ): Promise<ResourceResponse[]> {
    const responses = await send();
    const sent = activities.map((activity, index) => {
      const id = activity.id ?? responses[index]?.id;
      return id ? { ...activity, id } : activity;
    });
    await this.recordCompletion(context, sent);
    return responses;
  }

  private async recordCompletion(context: TurnContext, sent: readonly Partial<Activity>[]): Promise<void> {
    const { id } = context.activity;
    const completes = id !== undefined && isRecorded(context.activity) ? { completes: id } : {};
    if (sent.length === 0 && completes.completes === undefined) return;
    await this.conversationLog.recordOutgoing(getConversationKey(context.activity), sent, completes);
  }
}

function isPassing(activity: Partial<Activity>): boolean {
  return activity.type === ActivityTypes.Typing || activity.type === ActivityTypes.Trace;
}
