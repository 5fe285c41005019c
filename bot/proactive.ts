import type { ConversationReference, TurnContext } from 'botbuilder';
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
    const known = referenceSchema.safeParse(reference);
    if (!known.success) {
      throw new RedeyeError('channel.unsupported', 'no reference to a conversation', { cause: known.error });
    }
    // What botbuilder wrote itself, come back from the store.
    const target = known.data as unknown as Partial<ConversationReference> & { channelId: string };
    const key = getConversationKey(target);
    const proceed = this.parts.channels.get(target.channelId) ?? this.parts.continueElsewhere;
    await this.parts.turnRunner.run(key, async () => {
      if (await this.wasSaid(key, id)) return;
      await proceed(target, (context) => this.parts.announce(context, compose, id));
    });
  }

  private async wasSaid(key: string, id: string): Promise<boolean> {
    const newest = await this.parts.conversationLog.readNewest(key);
    return newest.some(({ direction, activity }) => {
      const said = saidSchema.safeParse(activity.channelData);
      return direction === 'outgoing' && said.success && said.data.redeye.notice.id === id;
    });
  }
}
