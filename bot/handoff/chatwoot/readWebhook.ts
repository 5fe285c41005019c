import { z } from 'zod';
import type { HubAgent, HubNews } from '../hub.js';
import { CONVERSATION_ATTRIBUTE, HANDOFF_ATTRIBUTE } from './chatwootHub.js';
import type { ChatwootConfig } from './config.js';

const id = z.union([z.string(), z.number()]).transform(String);
const person = z.object({
  id,
  name: z.string().nullish(),
  available_name: z.string().nullish(),
  type: z.string().nullish(),
});
type Person = z.output<typeof person>;

const conversationSchema = z.object({
  id,
  inbox_id: id,
  status: z.string().nullish(),
  additional_attributes: z
    .object({ [CONVERSATION_ATTRIBUTE]: z.string(), [HANDOFF_ATTRIBUTE]: z.string() })
    .transform((own) => ({ conversation: own[CONVERSATION_ATTRIBUTE], handoff: own[HANDOFF_ATTRIBUTE] })),
  meta: z.object({ assignee: person.nullish(), assignee_type: z.string().nullish() }).nullish(),
});

const messageSchema = z.object({
  event: z.literal('message_created'),
  id,
  content: z.string().nullish(),
  message_type: z.union([z.string(), z.number()]),
  private: z.boolean().nullish(),
  created_at: z.union([z.string(), z.number()]).nullish(),
  sender: person.nullish(),
  attachments: z.array(z.object({ data_url: z.string().nullish() })).nullish(),
  account: z.object({ id }),
  conversation: conversationSchema,
});

const changes = z.array(z.record(z.string(), z.unknown())).nullish();
const changeSchema = conversationSchema.extend({
  event: z.enum(['conversation_updated', 'conversation_status_changed']),
  changed_attributes: changes,
  updated_at: z.number().nullish(),
});

/**
 * What a webhook of Chatwoot reports of a talk of ours; undefined for everything else it sends: our own writing come
 * back, notes among agents, automatic greetings, other inboxes.
 */
export function readWebhook(
  body: unknown,
  { accountId, inboxId }: Pick<ChatwootConfig, 'accountId' | 'inboxId'>,
  now: Date,
): HubNews | undefined {
  const message = messageSchema.safeParse(body);
  if (message.success) {
    const isOurs = message.data.account.id === accountId && message.data.conversation.inbox_id === inboxId;
    return isOurs ? readMessage(message.data, now) : undefined;
  }
  const change = changeSchema.safeParse(body);
  return change.success && change.data.inbox_id === inboxId ? readChange(change.data, now) : undefined;
}

function readMessage(message: z.output<typeof messageSchema>, now: Date): HubNews | undefined {
  const { sender, conversation } = message;
  const isOutgoing = message.message_type === 'outgoing' || message.message_type === 1;
  if (!isOutgoing || message.private || sender?.type !== 'user') return undefined;
  const links = (message.attachments ?? []).map(({ data_url: url }) => url).filter(Boolean);
  const text = [message.content, ...links].filter(Boolean).join('\n\n');
  if (text === '') return undefined;
  const at = readTime(message.created_at, now);
  const agent = describeAgent(sender);
  return { ...describePlace(conversation), id: `chatwoot-${message.id}`, kind: 'said', agent, text, at };
}

function readChange(change: z.output<typeof changeSchema>, now: Date): HubNews | undefined {
  const at = readTime(change.updated_at, now);
  const base = { ...describePlace(change), at };
  const changed = change.changed_attributes?.flatMap((each) => Object.keys(each));
  // A change of state is now and then told by the other event alone.
  const isState = changed?.includes('status') ?? change.event === 'conversation_status_changed';
  if (isState && change.status === 'resolved') return { ...base, id: nameChange('ended', at), kind: 'ended' };
  const isAssignment = changed?.includes('assignee_id') ?? change.event === 'conversation_updated';
  if (!isAssignment) return undefined;
  const { assignee, assignee_type: type } = change.meta ?? {};
  if (!assignee)
    return changed === undefined ? undefined : { ...base, id: nameChange('left', at), kind: 'left' };
  if (type === 'AgentBot') return undefined;
  const agent = describeAgent(assignee);
  return { ...base, id: nameChange(`joined-${agent.id}`, at), kind: 'joined', agent };
}

function describePlace({ id: place, additional_attributes: own }: z.output<typeof conversationSchema>) {
  return { place, ...own };
}

function describeAgent({ id: agent, name, available_name: shown }: Person): HubAgent {
  return { id: `chatwoot-${agent}`, name: (shown ?? name ?? '').trim() };
}

function nameChange(what: string, at: string): string {
  return `chatwoot-${what}-${at}`;
}

/** Seconds since 1970, or a date as Ruby or JSON writes it. */
function readTime(value: string | number | null | undefined, now: Date): string {
  const date = typeof value === 'number' ? new Date(value * 1000) : new Date(value ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? now.toISOString() : date.toISOString();
}
