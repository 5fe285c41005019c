import { expect } from '@jest/globals';
import { MemoryStorage, type Storage } from 'botbuilder';
import { setImmediate } from 'node:timers/promises';
import { pino } from 'pino';
import { AgendaRunner } from '../../../../bot/agendaRunner.js';
import { ChatwootClient } from '../../../../bot/handoff/chatwoot/chatwootClient.js';
import { ChatwootHub } from '../../../../bot/handoff/chatwoot/chatwootHub.js';
import { WEBHOOK_PATH } from '../../../../bot/handoff/chatwoot/config.js';
import { registerChatwoot } from '../../../../bot/handoff/chatwoot/registerChatwoot.js';
import { openHub, type OpenedHub } from '../../../../bot/handoff/openHub.js';
import { createServer } from '../../../../bot/http/server.js';
import { InProcessTurnLock } from '../../../../bot/turnLock.js';
import type { HandoffRequest, Handoffs } from '../../../../services/desk/handoffs.js';
import type { EventLog } from '../../../../services/eventLog.js';
import { loadWords } from '../../../../locales/index.js';
import { MemoryAgenda } from '../../../contracts/memoryAgenda.js';
import { MemoryEventLog } from '../../../contracts/memoryEventLog.js';
import { SettableClock } from '../../../conversations/settableClock.js';
import { AGENTS, ChatwootStandIn, STAND_IN } from './chatwootStandIn.js';

const log = pino({ level: 'silent' });
const { translate } = loadWords();
const facts = { airline: 'Redeye Air', phone: '95000', email: 'desk@example.com' };

export const request = (conversation: string, more: Partial<HandoffRequest> = {}): HandoffRequest => ({
  conversation,
  reference: { channelId: 'directline', conversation: { id: conversation }, user: { id: 'dl_wu' } },
  language: 'en',
  topic: 'faq:baggage.carry-on-size',
  reason: 'asked',
  priority: 'normal',
  ...more,
});

/** What a passenger reads when an agent comes, and when one leaves. */
export const JOINED = (name: string) => expect.stringContaining(`bot: **${name}** has joined`) as unknown;
export const ENDED = (name: string) => expect.stringContaining(`bot: ${name} has left the chat`) as unknown;

/** The hub's side of the service between a stand-in of Chatwoot and passengers who only listen. */
export class ChatwootHarness {
  readonly clock = new SettableClock(new Date('2026-11-22T08:00:00Z'));
  /** What each passenger was told and by whom, in order: `conversation| name: text`. */
  readonly heard: string[] = [];
  /** Every passenger's record. */
  readonly recorded: ['incoming' | 'outgoing', string][] = [
    ['incoming', 'My bag is broken'],
    ['outgoing', 'I am sorry.\nWhere?'],
  ];
  /** The passenger's channel takes nothing. */
  isDeaf = false;
  readonly standIn: ChatwootStandIn;
  hub!: OpenedHub;
  private readonly eventLog: EventLog = new MemoryEventLog();
  private readonly storage: Storage = new MemoryStorage();
  private readonly agenda = new MemoryAgenda();
  private readonly said = new Set<string>();
  private server!: ReturnType<typeof createServer>;
  private ids = 0;

  constructor() {
    const getWebhook = () => `http://127.0.0.1:${this.server.address().port}${WEBHOOK_PATH}`;
    this.standIn = new ChatwootStandIn(() => this.clock.now(), getWebhook);
  }

  async start(): Promise<this> {
    await this.standIn.listen();
    this.server = createServer({ log, createId: () => 'request', allowedOrigins: [], openPrefixes: [] });
    registerChatwoot(this.server, {
      config: STAND_IN,
      clock: this.clock,
      receive: (news) => this.hub.receive(news),
    });
    await new Promise<void>((resolve) => void this.server.listen(0, '127.0.0.1', resolve));
    this.restart();
    return this;
  }

  /** A new process on the same records; what the old one was doing is lost. */
  restart(): void {
    const client = new ChatwootClient({ ...STAND_IN, url: this.standIn.url, timeoutMs: 3_000 });
    this.hub = openHub({
      hub: new ChatwootHub(client, STAND_IN),
      eventLog: this.eventLog,
      storage: this.storage,
      agenda: this.agenda,
      lock: new InProcessTurnLock(),
      conversationLog: { readAfter: (_id, after) => Promise.resolve(this.readAfter(after)) },
      translate,
      answers: { readFacts: () => facts },
      sendNotice: async (reference, compose, id) => {
        const { conversation } = reference as { conversation: { id: string } };
        const said = compose('en').map(({ text }) => text.replace(/\s+/g, ' '));
        await this.hear(conversation.id, id, `bot: ${said.join(' / ')}`);
      },
      say: async (handoff, agent, { id, text }, checkSpeaker) => {
        await checkSpeaker();
        await this.hear(handoff.conversation, id, `${agent.name}: ${text}`);
      },
      linkUpload: (id) => Promise.resolve(id.startsWith('1') ? `https://desk.example.com/${id}` : undefined),
      clock: this.clock,
      createId: () => `handoff-${(this.ids += 1)}`,
      log,
    });
  }

  /** As the turns of the service use it: those of one conversation one after the other. */
  inTurns(): Handoffs {
    const lock = new InProcessTurnLock();
    const { handoffs } = this.hub;
    return {
      request: (wish) => lock.run(wish.conversation, () => handoffs.request(wish)),
      findStanding: (conversation) => handoffs.findStanding(conversation),
      leave: (conversation) => lock.run(conversation, () => handoffs.leave(conversation)),
      relay: (conversation, said) => lock.run(conversation, () => handoffs.relay(conversation, said)),
    };
  }

  /** Waits for what goes on by itself. */
  async until(isSo: () => Promise<boolean>): Promise<void> {
    while (!(await isSo())) await setImmediate();
  }

  /** All that is under way arrives or fails. */
  settle(): Promise<void> {
    return this.hub.settle();
  }

  /** Time passes, and what fell due is done. */
  async pass(ms: number): Promise<void> {
    this.clock.pass(ms);
    const handlers = this.hub.agendaHandlers;
    await new AgendaRunner({ agenda: this.agenda, clock: this.clock, log, handlers }).runDue();
    await this.settle();
  }

  /** Chatwoot reports, and everything that follows from it is done. */
  async report(body: Parameters<ChatwootStandIn['report']>[0]): Promise<void> {
    this.clock.pass(10);
    const status = await this.standIn.report(body);
    if (status !== 200) throw new Error(`report answered with ${status}`);
    await this.settle();
  }

  async relay(conversation: string, id: string, text: string): Promise<void> {
    await this.hub.handoffs.relay(conversation, { id, text, attachments: [] });
  }

  async stop(): Promise<void> {
    await this.hub.close();
    await this.standIn.close();
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
    });
  }

  private readAfter(after: number) {
    const activities = this.recorded
      .map(([direction, text], index) => ({
        position: index + 1,
        direction,
        activity: { id: `${index}`, type: 'message', text },
      }))
      .filter(({ position }) => position > after);
    return { activities, position: this.recorded.length };
  }

  private hear(conversation: string, id: string, line: string): Promise<void> {
    if (this.isDeaf) return Promise.reject(new Error('the channel takes nothing'));
    if (this.said.has(id)) return Promise.resolve();
    this.said.add(id);
    this.heard.push(`${conversation}| ${line}`);
    return Promise.resolve();
  }

  /** A passenger asks for a person, and Li takes the talk. */
  async beginTalk(conversation = 'wu'): Promise<void> {
    await this.hub.handoffs.request(request(conversation));
    await this.settle();
    await this.report(this.standIn.assign(AGENTS.li, this.standIn.conversations.length));
  }
}
