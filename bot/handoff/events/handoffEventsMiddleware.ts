import type { Activity, Middleware, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { ComposeNotice } from '../../concierge.js';
import { getConversationKey } from '../../conversationKey.js';
import type { ConversationLog } from '../../conversationLog.js';
import { composeHubNotice, type NoticeWords } from '../composeHubNotice.js';
import { composeFarewell, composeInitiation, isHandoffStatus, readHandoffState } from './handoffEvents.js';
import type { Due, EventsHandoffs } from './eventsHandoffs.js';

export interface HandoffEventsParts extends NoticeWords {
  readonly handoffs: EventsHandoffs;
  readonly conversationLog: Pick<ConversationLog, 'readAfter'>;
  /** As `Concierge.announce`. */
  readonly announce: (context: TurnContext, compose: ComposeNotice, id: string) => Promise<void>;
  /** Channels whose senders the hub speaks for. */
  readonly channels: readonly string[];
  /** Without one of Microsoft's signatures, whoever reaches the service may have sent an event. */
  readonly checksSenders: boolean;
  readonly log: Pick<Logger, 'warn'>;
}

const identitySchema = z.object({ isAuthenticated: z.literal(true) });

/**
 * Lets handoff events leave with the turn, and takes the hub's own in, on its channels and from authenticated senders
 * alone: on others a passenger could mute the bot, or end a talk. To be used behind all other middleware.
 */
export class HandoffEventsMiddleware implements Middleware {
  constructor(private readonly parts: HandoffEventsParts) {}

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    if (isHandoffStatus(context.activity)) await this.takeStatus(context);
    await next();
    await this.sendDue(context);
  }

  private async takeStatus(context: TurnContext): Promise<void> {
    const { activity } = context;
    const { handoffs, log } = this.parts;
    const state = readHandoffState(activity);
    const conversation = getConversationKey(activity);
    if (state === undefined || !this.isFromHub(context)) {
      log.warn({ conversation, channel: activity.channelId, state }, 'a handoff status was not believed');
      return;
    }
    const notices = await handoffs.follow(conversation, state, activity.id ?? '');
    const standing = await handoffs.findStanding(conversation);
    for (const notice of notices) {
      const compose: ComposeNotice = (language) => composeHubNotice(notice, standing, language, this.parts);
      await this.parts.announce(context, compose, notice.id);
      await handoffs.noteTold(conversation, notice.id);
    }
  }

  private isFromHub(context: TurnContext): boolean {
    const { channels, checksSenders } = this.parts;
    const identity: unknown = context.turnState.get(context.adapter.BotIdentityKey);
    const isKnown = identitySchema.safeParse(identity).success;
    return checksSenders && isKnown && channels.includes(context.activity.channelId);
  }

  private async sendDue(context: TurnContext): Promise<void> {
    const conversation = getConversationKey(context.activity);
    const due = await this.parts.handoffs.findDue(conversation);
    if (due === undefined) return;
    const { what, talk } = due;
    const event =
      what === 'initiate' ? await this.initiate(context, talk) : composeFarewell(context, talk.handoff);
    this.noteWhenSent(context, event, what);
    await context.sendActivity(event);
  }

  private async initiate(
    context: TurnContext,
    { handoff }: { readonly handoff: Parameters<typeof composeInitiation>[1] },
  ): Promise<Partial<Activity>> {
    const { activities } = await this.parts.conversationLog.readAfter(handoff.conversation, 0);
    return composeInitiation(context, handoff, activities);
  }

  /** What a turn says leaves when it is saved; one that fails says nothing, and the event is due in the next one. */
  private noteWhenSent(context: TurnContext, { name, value }: Partial<Activity>, what: Due): void {
    const conversation = getConversationKey(context.activity);
    context.onSendActivities(async (_context, activities, send) => {
      const responses = await send();
      const isIt = activities.some((activity) => activity.name === name && activity.value === value);
      if (isIt) await this.parts.handoffs.noteSent(conversation, what);
      return responses;
    });
  }
}
