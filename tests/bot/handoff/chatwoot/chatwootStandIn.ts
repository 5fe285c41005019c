import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';

type Body = Record<string, unknown>;

interface Conversation {
  readonly id: number;
  readonly contact: number;
  readonly additional_attributes: Body;
  readonly custom_attributes: Body;
  status: string;
  priority: string | null;
  assignee: Body | null;
}

export interface Message {
  readonly id: number;
  readonly conversation: number;
  readonly content: string;
  readonly message_type: string;
  readonly private: boolean;
  readonly source_id: string | null;
}

const ACCOUNT = 3;
const INBOX = 7;
const SECRET = 'the-secret-of-the-inbox';
export const STAND_IN = {
  accountId: `${ACCOUNT}`,
  inboxId: `${INBOX}`,
  token: 'token-of-ana',
  webhookSecret: SECRET,
};
const LI = { id: 41, name: 'Li Na', available_name: 'Li Na', type: 'user' };
const ANA = { id: 42, name: 'Ana Pérez', available_name: 'Ana', type: 'user' };
export const AGENTS = { li: LI, ana: ANA };

/**
 * Chatwoot as its application API answers and its API inbox reports, as far as a handoff meets it; what an agent does
 * in its page is a call here. It can be slow, broken, or carry out what it then does not answer.
 */
export class ChatwootStandIn {
  readonly contacts: { readonly id: number; readonly identifier: string; readonly name: string }[] = [];
  readonly conversations: Conversation[] = [];
  readonly messages: Message[] = [];
  /** Every request as it came, without the root. */
  readonly requests: string[] = [];
  members = ['online'];
  /** Answers every request with it. */
  status: number | undefined;
  /** Carries requests out and hangs up without a word. */
  losesAnswers = false;
  /** Carries such a request out and is silent from then on. */
  answersUntil: string | undefined;
  delayMs = 0;
  private readonly server: Server;
  private lastId = 100;

  constructor(
    private readonly now: () => Date,
    private readonly webhook: () => string,
  ) {
    this.server = createServer((req, res) => {
      void this.serve(req, res);
    });
  }

  async listen(port = 0): Promise<void> {
    await new Promise<void>((resolve) => void this.server.listen(port, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** What passengers said, as agents read it. */
  read(conversation = 1): string[] {
    return this.messages
      .filter((message) => message.conversation === conversation && message.message_type === 'incoming')
      .map(({ content }) => content);
  }

  assign(agent: Body | null, conversation = 1): Body {
    const found = this.conversations[conversation - 1]!;
    const previous = found.assignee?.['id'] ?? null;
    found.assignee = agent;
    const change = { previous_value: previous, current_value: agent?.['id'] ?? null };
    return this.describeChange('conversation_updated', found, { assignee_id: change });
  }

  resolve(conversation = 1): Body {
    const found = this.conversations[conversation - 1]!;
    const change = { previous_value: found.status, current_value: 'resolved' };
    found.status = 'resolved';
    return this.describeChange('conversation_status_changed', found, { status: change });
  }

  /** An agent writes. */
  write(agent: Body, content: string, options: { conversation?: number; private?: boolean } = {}): Body {
    const { conversation = 1, private: isPrivate = false } = options;
    const message = {
      id: (this.lastId += 1),
      conversation,
      content,
      message_type: 'outgoing',
      private: isPrivate,
      source_id: null,
    };
    this.messages.push(message);
    return this.describeMessage(message, agent);
  }

  /** The report of what was written through the API. */
  echo(message: Message): Body {
    return this.describeMessage(message, message.message_type === 'incoming' ? null : ANA);
  }

  /** Sends a report as Chatwoot does, and returns the status it is answered with. */
  async report(report: Body, sign: { secret?: string; timestamp?: number } = {}): Promise<number> {
    const body = JSON.stringify(report);
    const timestamp = `${sign.timestamp ?? Math.floor(this.now().getTime() / 1000)}`;
    const mac = createHmac('sha256', sign.secret ?? SECRET)
      .update(`${timestamp}.${body}`)
      .digest('hex');
    const response = await fetch(this.webhook(), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-chatwoot-signature': `sha256=${mac}`,
        'x-chatwoot-timestamp': timestamp,
      },
      body,
    });
    return response.status;
  }

  private async serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(req.url ?? '', 'http://stand-in');
    const path = pathname.replace(`/api/v1/accounts/${ACCOUNT}/`, '');
    const body = req.method === 'POST' ? ((await json(req)) as Body) : {};
    this.requests.push(`${req.method} ${path}`);
    if (this.delayMs > 0) await setTimeout(this.delayMs);
    if (this.status !== undefined) return this.answer(res, this.status, { error: 'out of order' });
    if (req.headers['api_access_token'] !== STAND_IN.token) return this.answer(res, 401, { error: 'who?' });
    const [status, answer] = this.carryOut(req.method ?? '', path, searchParams, body);
    if (`${req.method} ${path}` === this.answersUntil) this.losesAnswers = true;
    if (this.losesAnswers) return void res.destroy();
    this.answer(res, status, answer);
  }

  private carryOut(method: string, path: string, query: URLSearchParams, body: Body): [number, unknown] {
    const parts = path.split('/');
    const found = this.conversations.find(({ id }) => `${id}` === parts[1]);
    switch (`${method} ${path.replace(/\d+/g, 'N')}`) {
      case 'POST contacts':
        return this.createContact(body);
      case 'GET contacts/search':
        return [200, { payload: this.contacts.filter(({ identifier }) => identifier === query.get('q')) }];
      case 'GET contacts/N/conversations': {
        const own = this.conversations.filter(({ contact }) => `${contact}` === parts[1]);
        return [200, { payload: own.map((conversation) => this.describeConversation(conversation)) }];
      }
      case 'POST conversations':
        return this.createConversation(body);
      case 'GET conversations/meta': {
        const open = this.conversations.filter(({ status, assignee }) => status === 'open' && !assignee);
        return [200, { meta: { mine_count: 0, unassigned_count: open.length, all_count: open.length } }];
      }
      case 'GET inbox_members/N':
        return [200, { payload: this.members.map((status, id) => ({ id, availability_status: status })) }];
      case 'POST conversations/N/messages':
        return found ? this.createMessage(found, body) : [404, { error: 'Resource could not be found' }];
      case 'GET conversations/N/messages': {
        const own = this.messages.filter(({ conversation }) => conversation === found?.id);
        return [200, { meta: {}, payload: own.slice(-20) }];
      }
      case 'POST conversations/N/toggle_status':
        if (found) found.status = String(body['status']);
        return [200, { meta: {}, payload: { success: true } }];
      case 'POST conversations/N/toggle_priority':
        if (found) found.priority = String(body['priority']);
        return [200, undefined];
      default:
        return [404, { error: 'Resource could not be found' }];
    }
  }

  private createContact({ identifier, name }: Body): [number, unknown] {
    if (this.contacts.some((contact) => contact.identifier === identifier)) {
      return [422, { message: 'Identifier has already been taken', attributes: ['identifier'] }];
    }
    const contact = { id: (this.lastId += 1), identifier: String(identifier), name: String(name) };
    this.contacts.push(contact);
    const contact_inbox = { inbox: { id: INBOX }, source_id: identifier };
    return [200, { payload: { contact: { ...contact, email: null }, contact_inbox } }];
  }

  private createConversation(body: Body): [number, unknown] {
    const conversation: Conversation = {
      id: this.conversations.length + 1,
      contact: Number(body['contact_id']),
      additional_attributes: body['additional_attributes'] as Body,
      custom_attributes: body['custom_attributes'] as Body,
      status: String(body['status']),
      priority: null,
      assignee: null,
    };
    this.conversations.push(conversation);
    return [200, this.describeConversation(conversation)];
  }

  private createMessage({ id: conversation }: Conversation, body: Body): [number, unknown] {
    const message: Message = {
      id: (this.lastId += 1),
      conversation,
      content: String(body['content']),
      message_type: String(body['message_type']),
      private: body['private'] === true,
      source_id: String(body['source_id']),
    };
    this.messages.push(message);
    return [200, { ...message, message_type: message.message_type === 'incoming' ? 0 : 1, inbox_id: INBOX }];
  }

  private describeConversation(conversation: Conversation): Body {
    const { id, status, priority, additional_attributes, custom_attributes, assignee } = conversation;
    return {
      additional_attributes,
      can_reply: true,
      channel: 'Channel::Api',
      id,
      inbox_id: INBOX,
      meta: {
        sender: { id: conversation.contact, type: 'contact' },
        assignee,
        assignee_type: assignee && 'User',
      },
      status,
      priority,
      custom_attributes,
      unread_count: 0,
      updated_at: this.now().getTime() / 1000,
    };
  }

  private describeChange(event: string, conversation: Conversation, change: Body): Body {
    return { ...this.describeConversation(conversation), event, changed_attributes: [change] };
  }

  private describeMessage(message: Message, sender: Body | null): Body {
    const { id, content, message_type, private: isPrivate, source_id } = message;
    return {
      event: 'message_created',
      account: { id: ACCOUNT, name: 'Redeye Air' },
      additional_attributes: {},
      content_attributes: {},
      content_type: 'text',
      content,
      conversation: this.describeConversation(this.conversations[message.conversation - 1]!),
      created_at: this.now().toISOString(),
      id,
      inbox: { id: INBOX, name: 'Handoff' },
      message_type,
      private: isPrivate,
      sender,
      source_id,
    };
  }

  private answer(res: ServerResponse, status: number, body: unknown): void {
    res.writeHead(status, { 'content-type': 'application/json' });
    res.end(body === undefined ? '' : JSON.stringify(body));
  }
}
