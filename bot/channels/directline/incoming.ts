import { ActivityTypes, type Activity, type Attachment } from 'botbuilder';
import type { Clock } from '../../../services/clock.js';
import { cutText } from '../cutText.js';
import { CHANNEL_ID } from './config.js';
import type { IncomingActivity } from './schema.js';
import type { TokenClaims } from './tokens.js';

const BOT_ACCOUNT = { id: 'redeye', name: 'Redeye', role: 'bot' } as const;

export interface StampParts {
  readonly clock: Clock;
  readonly createId: () => string;
}

/** The activity of a turn, from what a client sent: its words, our statement of who said it, where and when. */
export function buildIncoming(
  sent: IncomingActivity,
  claims: TokenClaims,
  parts: StampParts,
  attachments: readonly Attachment[] = [],
): Partial<Activity> & { id: string } {
  const cut = cutText(sent.text);
  const channelData: Record<string, unknown> = { ...sent.channelData };
  // What Redeye itself notes on an activity is not for clients to write.
  delete channelData['redeye'];
  if (cut.removed > 0) channelData['redeye'] = { truncated: cut.removed };
  return {
    ...stamp(claims, parts),
    type: sent.type,
    text: cut.text,
    textFormat: sent.textFormat,
    name: sent.name,
    value: sent.value,
    locale: sent.locale,
    localTimezone: sent.localTimezone,
    entities: sent.entities as Activity['entities'],
    attachments: attachments.length > 0 ? [...attachments] : undefined,
    channelData,
  };
}

/** The bot's first turn: somebody is there. Sent by the server, as clients of the real service do not send it either. */
export function buildArrival(
  claims: TokenClaims,
  parts: StampParts,
  locale?: string,
): Partial<Activity> & { id: string } {
  return {
    ...stamp(claims, parts),
    type: ActivityTypes.ConversationUpdate,
    locale,
    membersAdded: [{ id: claims.user, name: '' }],
  };
}

/** What the bot says outside a turn. */
export function buildNotice(
  claims: TokenClaims,
  parts: StampParts,
  text: string,
): Partial<Activity> & { id: string } {
  const { from, ...rest } = stamp(claims, parts);
  return {
    ...rest,
    type: ActivityTypes.Message,
    from: BOT_ACCOUNT,
    recipient: from,
    text,
    speak: text,
  };
}

function stamp(claims: TokenClaims, { clock, createId }: StampParts) {
  return {
    id: createId(),
    timestamp: clock.now(),
    channelId: CHANNEL_ID,
    serviceUrl: `urn:redeye:${CHANNEL_ID}`,
    conversation: { id: claims.conv, name: '', isGroup: false, conversationType: 'personal' },
    from: { id: claims.user, name: '', role: 'user' },
    recipient: BOT_ACCOUNT,
  } satisfies Partial<Activity>;
}
