import type { Activity, ConversationReference, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { ComposeNotice } from './concierge.js';
import { getConversationKey } from './conversationKey.js';
import type { ConversationLog } from './conversationLog.js';
import type { TurnRunner } from './turnRunner.js';
import { RedeyeError } from '../services/errors.js';
import type { Json } from '../services/eventLog.js';

/** Runs a turn that no passenger began, in the conversation the reference names. */
export type ContinueConversation = (
  reference: Partial<ConversationReference>,
  logic: (context: TurnContext) => Promise<void>,
) => Promise<void>;

export interface ProactiveParts {
  readonly turnRunner: Pick<TurnRunner, 'run'>;
  readonly conversationLog: Pick<ConversationLog, 'readNewest'>;
  /** Says it in the language the conversation is held in, and saves. */
  readonly announce: (context: TurnContext, compose: ComposeNotice, id: string) => Promise<void>;
  /** By channel id; `continueElsewhere` serves all others. */
  readonly channels: ReadonlyMap<string, ContinueConversation>;
  readonly continueElsewhere: ContinueConversation;
}

const referenceSchema = z.looseObject({
  channelId: z.string().min(1),
  conversation: z.looseObject({ id: z.string().min(1) }),
});
const saidSchema = z.object({ redeye: z.object({ notice: z.object({ id: z.string() }) }) });

/** Opens a turn that no passenger began, in the conversation the reference names. */
export type OpenTurn = (logic: (context: TurnContext) => Promise<void>) => Promise<void>;

/** Writes to passengers of the desk's own accord, through the channel they came by. */
export class ProactiveSender {
  constructor(private readonly parts: ProactiveParts) {}

  /**
   * Says what `compose` gives for the conversation's language, when no turn of it is running, and records it as any
   * other message. `reference` is the stored JSON of a botbuilder ConversationReference. The same `id` again is said
   * once, as far as the newest of the conversation's record tells. Fails when the channel does not take it: to be
   * tried again.
   */
  async sendNotice(reference: Json, compose: ComposeNotice, id: string): Promise<void> {
    await this.runBetweenTurns(reference, async (key, openTurn) => {
      if (await this.wasSaid(key, id)) return;
      await openTurn((context) => this.parts.announce(context, compose, id));
    });
  }

  /**
   * Runs `work` when no turn of the conversation is running, and none begins before it is done. Fails as it does, and
   * with `channel.unsupported` where the reference is none.
   */
  async runBetweenTurns<Result>(
    reference: Json,
    work: (key: string, openTurn: OpenTurn) => Promise<Result>,
  ): Promise<Result> {
    const { key, openTurn } = this.reach(reference);
    return this.parts.turnRunner.run(key, () => work(key, openTurn));
  }

  /** Shows a passing sign (typing) at once, in the middle of a turn too. */
  async showSign(reference: Json, sign: Partial<Activity>): Promise<void> {
    await this.reach(reference).openTurn(async (context) => {
      await context.sendActivity(sign);
    });
  }

  private reach(reference: Json): { readonly key: string; readonly openTurn: OpenTurn } {
    const known = referenceSchema.safeParse(reference);
    if (!known.success) {
      throw new RedeyeError('channel.unsupported', 'no reference to a conversation', { cause: known.error });
    }
    // What botbuilder wrote itself, come back from the store.
    const target = known.data as unknown as Partial<ConversationReference> & { channelId: string };
    const proceed = this.parts.channels.get(target.channelId) ?? this.parts.continueElsewhere;
    return { key: getConversationKey(target), openTurn: (logic) => proceed(target, logic) };
  }

  private async wasSaid(key: string, id: string): Promise<boolean> {
    const newest = await this.parts.conversationLog.readNewest(key);
    return newest.some(({ direction, activity }) => {
      const said = saidSchema.safeParse(activity.channelData);
      return direction === 'outgoing' && said.success && said.data.redeye.notice.id === id;
    });
  }
}
