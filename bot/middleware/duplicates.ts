import { ActivityTypes, type Activity, type Middleware, type TurnContext } from 'botbuilder';
import { isContinuation } from '../continuation.js';
import { getConversationKey } from '../conversationKey.js';
import type { ConversationLog } from '../conversationLog.js';

const RECORDED: readonly string[] = [
  ActivityTypes.Message,
  ActivityTypes.Event,
  ActivityTypes.ConversationUpdate,
];

/** Only what a passenger says or does opens a turn worth keeping; a passing sign (typing) does not. */
export function isRecorded(activity: Activity): boolean {
  return RECORDED.includes(activity.type) && !isContinuation(activity);
}

/**
 * Records what came in, once. Channels send again what they think was lost; a turn that was already answered is not
 * run a second time, and one the process died over is.
 */
export class DuplicatesMiddleware implements Middleware {
  constructor(private readonly conversationLog: ConversationLog) {}

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    const { activity } = context;
    if (!isRecorded(activity)) return next();
    const received = await this.conversationLog.recordIncoming(getConversationKey(activity), activity);
    if (received.duplicate && received.answered) return;
    activity.id = received.activity.id;
    await next();
  }
}
