import {
  ActivityEx,
  ActivityEventNames,
  ActivityTypes,
  BotAdapter,
  TurnContext,
  type Activity,
  type ConversationReference,
  type ResourceResponse,
} from 'botbuilder';
import { setTimeout as wait } from 'node:timers/promises';
import { RedeyeError } from '../../../services/errors.js';
import type { Clock } from '../../../services/clock.js';

export type TurnLogic = (context: TurnContext) => Promise<void>;

export interface LocalAdapterParts {
  readonly clock: Clock;
  readonly createId: () => string;
  /**
   * Called with each activity the bot sends, before it is recorded. `ephemeral` ones (typing) are recorded nowhere:
   * whoever is connected sees them now or never.
   */
  readonly deliver?: ((activity: Partial<Activity>, delivery: { ephemeral: boolean }) => void) | undefined;
}

const NOT_FOR_PEOPLE: readonly string[] = [ActivityTypes.Trace, 'delay', 'invokeResponse'];
const LONGEST_DELAY_MS = 10_000;

/**
 * A bot adapter inside this process: no connector service, no HTTP. Used where we own the other end of the channel.
 * What the bot says is stamped and given an id here; recording it is the middleware's work.
 */
export class LocalAdapter extends BotAdapter {
  constructor(private readonly parts: LocalAdapterParts) {
    super();
  }

  /** Runs one turn through the middleware. Rejects with what the turn threw unless `onTurnError` is set. */
  process(activity: Partial<Activity>, logic: TurnLogic): Promise<void> {
    return this.runMiddleware(new TurnContext(this, activity), logic);
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      if (activity.type === 'delay') await wait(Math.min(Number(activity.value ?? 0), LONGEST_DELAY_MS));
      responses.push(this.send(context, activity));
    }
    return responses;
  }

  /** The protocols behind this adapter cannot change what was sent: rejects with `channel.unsupported`. */
  override updateActivity(): Promise<ResourceResponse | void> {
    return Promise.reject(new RedeyeError('channel.unsupported', 'update of a sent activity'));
  }

  /** As `updateActivity`. */
  override deleteActivity(): Promise<void> {
    return Promise.reject(new RedeyeError('channel.unsupported', 'deletion of a sent activity'));
  }

  override continueConversation(reference: Partial<ConversationReference>, logic: TurnLogic): Promise<void> {
    return this.process(ActivityEx.getContinuationActivity(reference), logic);
  }

  /** A turn that no passenger began. The app id and audience mean nothing here. Take the turn lock around it. */
  override continueConversationAsync(
    _botAppIdOrClaims: unknown,
    reference: Partial<ConversationReference>,
    logicOrAudience: TurnLogic | string,
    maybeLogic?: TurnLogic,
  ): Promise<void> {
    const logic = typeof logicOrAudience === 'function' ? logicOrAudience : maybeLogic;
    if (!logic) return Promise.reject(new TypeError('continueConversationAsync needs the turn to run'));
    return this.continueConversation(reference, logic);
  }

  private send(context: TurnContext, activity: Partial<Activity>): ResourceResponse {
    if (NOT_FOR_PEOPLE.includes(activity.type ?? '')) return { id: '' };
    activity.id = this.parts.createId();
    activity.timestamp = this.parts.clock.now();
    activity.from = {
      ...activity.from,
      id: activity.from?.id ?? 'bot',
      name: activity.from?.name ?? '',
      role: 'bot',
    };
    // Clients wait for the activity a reply names; only what they sent themselves ever reaches them.
    if (!isFromPassenger(context.activity)) delete activity.replyToId;
    this.parts.deliver?.(activity, { ephemeral: activity.type === ActivityTypes.Typing });
    return { id: activity.id };
  }
}

function isFromPassenger(activity: Partial<Activity>): boolean {
  if (activity.type === ActivityTypes.Message) return true;
  return activity.type === ActivityTypes.Event && activity.name !== ActivityEventNames.ContinueConversation;
}
