import { createHash } from 'node:crypto';
import type { Handoff, Priority } from '../../../services/desk/handoff.js';
import type { Staffing } from '../../../services/desk/handoffs.js';
import { RedeyeError } from '../../../services/errors.js';
import type { Hub, HubItem, HubLoad } from '../hub.js';
import {
  anythingSchema,
  contactSchema,
  contactsSchema,
  conversationSchema,
  conversationsSchema,
  countsSchema,
  membersSchema,
  messageSchema,
  messagesSchema,
} from './answers.js';
import type { ChatwootClient } from './chatwootClient.js';
import type { ChatwootConfig } from './config.js';

/** Under which Chatwoot keeps whose talk it is; its reports carry them. Agents cannot change these. */
export const CONVERSATION_ATTRIBUTE = 'redeye_conversation';
export const HANDOFF_ATTRIBUTE = 'redeye_handoff';

const PRIORITY: Readonly<Record<Priority, string>> = {
  emergency: 'urgent',
  assistance: 'high',
  normal: 'medium',
};

/** Chatwoot's agents, through an inbox of the type API: a contact a passenger, a conversation a handoff. */
export class ChatwootHub implements Hub {
  constructor(
    private readonly client: ChatwootClient,
    private readonly config: Pick<ChatwootConfig, 'inboxId'>,
  ) {}

  async open(handoff: Handoff, contactName: string, isRetry: boolean): Promise<string> {
    const identifier = nameContact(handoff.conversation);
    const contact = await this.obtainContact(identifier, contactName);
    const known = isRetry ? await this.findConversation(contact, handoff.id) : undefined;
    if (known !== undefined) return known;
    const { id } = await this.client.post(
      'conversations',
      {
        inbox_id: Number(this.config.inboxId),
        contact_id: Number(contact),
        source_id: identifier,
        status: 'open',
        additional_attributes: {
          [CONVERSATION_ATTRIBUTE]: handoff.conversation,
          [HANDOFF_ATTRIBUTE]: handoff.id,
        },
        custom_attributes: {
          language: handoff.language,
          topic: handoff.topic,
          reason: handoff.reason,
          priority: handoff.priority,
          ...(handoff.skill && { skill: handoff.skill }),
        },
      },
      conversationSchema,
    );
    await this.setPriority(id, handoff.priority);
    return id;
  }

  async send(place: string, item: HubItem, isRetry: boolean): Promise<void> {
    if (!isRetry || !(await this.hasMessage(place, item.id))) await this.post(place, item);
    if (item.kind === 'close') {
      await this.client.post(`${getPath(place)}/toggle_status`, { status: 'resolved' }, anythingSchema);
    }
  }

  async readLoad(): Promise<HubLoad> {
    const { inboxId } = this.config;
    const [waiting, members] = await Promise.all([
      this.client.get(`conversations/meta?inbox_id=${inboxId}&status=open`, countsSchema),
      this.client.get(`inbox_members/${inboxId}`, membersSchema),
    ]);
    return { waiting, staffing: judgeStaffing(members) };
  }

  /** Of use to who sorts by it; a passenger who waits without it is better off than one who does not wait. */
  private async setPriority(place: string, priority: Priority): Promise<void> {
    if (priority === 'normal') return;
    try {
      await this.client.post(
        `${getPath(place)}/toggle_priority`,
        { priority: PRIORITY[priority] },
        anythingSchema,
      );
    } catch (error) {
      if (!(error instanceof RedeyeError)) throw error;
    }
  }

  private async obtainContact(identifier: string, name: string): Promise<string> {
    const inbox_id = Number(this.config.inboxId);
    try {
      const contact = { inbox_id, source_id: identifier, identifier, name };
      return (await this.client.post('contacts', contact, contactSchema)).id;
    } catch (error) {
      if (!(error instanceof RedeyeError) || error.code !== 'desk.rejected') throw error;
      // The passenger was here before.
      const found = await this.client.get(`contacts/search?q=${identifier}`, contactsSchema);
      const known = found.find((contact) => contact.identifier === identifier);
      if (known === undefined) throw error;
      return known.id;
    }
  }

  private async findConversation(contact: string, handoff: string): Promise<string | undefined> {
    const all = await this.client.get(`contacts/${contact}/conversations`, conversationsSchema);
    return all.find(({ additional_attributes: own }) => own?.[HANDOFF_ATTRIBUTE] === handoff)?.id;
  }

  private async hasMessage(place: string, id: string): Promise<boolean> {
    const newest = await this.client.get(`${getPath(place)}/messages`, messagesSchema);
    return newest.some(({ source_id }) => source_id === id);
  }

  private async post(place: string, item: HubItem): Promise<void> {
    const isPassengers = item.kind === 'words';
    const message = {
      content: isPassengers ? writeWords(item) : item.text,
      message_type: isPassengers ? 'incoming' : 'outgoing',
      private: !isPassengers,
      source_id: item.id,
    };
    await this.client.post(`${getPath(place)}/messages`, message, messageSchema);
  }
}

/** The same for all talks of a conversation; tells nobody its name, which opens it on some channels. */
function nameContact(conversation: string): string {
  return `redeye-${createHash('sha256').update(conversation).digest('hex').slice(0, 40)}`;
}

function writeWords({ text, files }: Extract<HubItem, { kind: 'words' }>): string {
  const links = files.map(({ name, url }) => (url === '' ? name : `[${name || url}](${url})`));
  return [text, ...links].filter(Boolean).join('\n\n');
}

function judgeStaffing(members: readonly string[]): Staffing {
  if (members.includes('online')) return 'free';
  return members.includes('busy') ? 'busy' : 'none';
}

function getPath(place: string): string {
  return `conversations/${encodeURIComponent(place)}`;
}
