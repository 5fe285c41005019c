import { MemoryStorage, type Activity, type Attachment, type ConversationReference } from 'botbuilder';
import { pino } from 'pino';
import { LocalAdapter } from '../../bot/channels/local/localAdapter.js';
import type { ComposeNotice } from '../../bot/concierge.js';
import { ConversationLog } from '../../bot/conversationLog.js';
import { DeskBot, type DeskBotParts } from '../../bot/deskBot.js';
import type { Desk } from '../../dialogs/desk.js';
import type { Language } from '../../locales/language.js';
import { MemoryEventLog } from '../contracts/memoryEventLog.js';
import { createTestDesk } from './testDesk.js';
import { SettableClock } from './settableClock.js';

/** A Sunday, 18:00 in Shanghai, 10:00 in London. */
const SUNDAY = '2026-11-22T10:00:00Z';

/** One message of the desk, as far as a passenger meets it. */
export interface Said {
  readonly route: string;
  readonly answerVersion?: string;
  readonly text: string;
  readonly offers: readonly string[];
  readonly attachments: readonly Attachment[];
}

export interface TalkOptions {
  /** What the passenger's device says; the desk follows the words all the same. */
  readonly language?: Language;
  /** ISO 8601. */
  readonly now?: string;
  /** Replaces or adds parts of the desk, given what it stands on. */
  readonly equip?: (ground: { eventLog: MemoryEventLog; clock: SettableClock }) => Partial<Desk>;
  readonly forms?: DeskBotParts['forms'];
}

/** One passenger talking to the whole desk, in memory: every middleware, the real routing, a small corpus. */
export class Talk {
  readonly eventLog: MemoryEventLog;
  readonly clock: SettableClock;
  private readonly storage = new MemoryStorage();
  private savesFail = false;
  private repliesFail = false;
  private bot: DeskBot;
  private adapter: LocalAdapter;
  private said: Partial<Activity>[] = [];
  private ids = 0;

  private constructor(
    private readonly desk: Desk,
    parts: { eventLog: MemoryEventLog; clock: SettableClock },
    private readonly options: TalkOptions,
  ) {
    this.eventLog = parts.eventLog;
    this.clock = parts.clock;
    [this.bot, this.adapter] = this.build();
  }

  static async start(options: TalkOptions = {}): Promise<Talk> {
    const clock = new SettableClock(new Date(options.now ?? SUNDAY));
    const eventLog = new MemoryEventLog();
    const desk = await createTestDesk(clock, eventLog);
    return new Talk({ ...desk, ...options.equip?.({ eventLog, clock }) }, { eventLog, clock }, options);
  }

  /** Says something and returns all the desk says to it. */
  say(text: string, attachments?: readonly Attachment[]): Promise<Said[]> {
    return this.send({ type: 'message', text, ...(attachments && { attachments: [...attachments] }) });
  }

  /** What a page sends when something other than words was used. */
  sendEvent(name: string, value: unknown): Promise<Said[]> {
    return this.send({ type: 'event', name, value });
  }

  /** Sends any activity; one with the `id` of an earlier one is a resend. */
  async send(activity: Partial<Activity>): Promise<Said[]> {
    this.said = [];
    const complete: Partial<Activity> = {
      id: this.createId(),
      channelId: 'test',
      serviceUrl: 'urn:test',
      conversation: { id: 'talk', name: '', isGroup: false, conversationType: 'personal' },
      from: { id: 'passenger', name: '', role: 'user' },
      recipient: { id: 'desk', name: '', role: 'bot' },
      locale: this.options.language ?? 'en',
      ...activity,
    };
    await this.adapter.process(complete, (context) => this.bot.concierge.run(context));
    return this.said.filter(({ type }) => type === 'message').map(describe);
  }

  /** What the passenger hears of a notice. */
  async hear(compose: ComposeNotice, id: string): Promise<Said[]> {
    this.said = [];
    const reference: Partial<ConversationReference> = {
      channelId: 'test',
      serviceUrl: 'urn:test',
      conversation: { id: 'talk', name: '', isGroup: false, conversationType: 'personal' },
      user: { id: 'passenger', name: '', role: 'user' },
      bot: { id: 'desk', name: '', role: 'bot' },
    };
    await this.adapter.continueConversation(reference, (context) =>
      this.bot.concierge.announce(context, compose, id),
    );
    return this.said.filter(({ type }) => type === 'message').map(describe);
  }

  /** Ends the process and starts it again on what was stored, perhaps as another version with other forms. */
  restart({ forms = this.options.forms }: Pick<TalkOptions, 'forms'> = {}): void {
    [this.bot, this.adapter] = this.build(forms);
  }

  /** The process dies at the end of the next turn, before its state is saved. */
  failNextSave(): void {
    this.savesFail = true;
  }

  /** The process dies after the next turn was saved, before anything is said. */
  loseNextReplies(): void {
    this.repliesFail = true;
  }

  private build(forms = this.options.forms): [DeskBot, LocalAdapter] {
    const { clock, storage, desk } = this;
    const conversationLog = new ConversationLog({
      eventLog: this.eventLog,
      redact: (activity) => activity,
      clock,
      createId: () => this.createId(),
    });
    const bot = new DeskBot({
      desk,
      storage: {
        read: (keys) => storage.read(keys),
        delete: (keys) => storage.delete(keys),
        write: (changes) => {
          if (this.savesFail) return Promise.reject(fail(() => (this.savesFail = false), 'not saved'));
          return storage.write(changes);
        },
      },
      conversationLog,
      log: pino({ level: 'silent' }),
      ...(forms && { forms }),
    });
    const adapter = new LocalAdapter({
      clock,
      createId: () => this.createId(),
      deliver: (activity) => {
        if (this.repliesFail) throw fail(() => (this.repliesFail = false), 'not sent');
        this.said.push(activity);
      },
    });
    bot.equip(adapter, { recordsIncoming: true });
    adapter.onTurnError = (_context, error) => Promise.reject(error);
    return [bot, adapter];
  }

  private createId(): string {
    this.ids += 1;
    return `id-${this.ids}`;
  }
}

function fail(recover: () => void, message: string): Error {
  recover();
  return new Error(message);
}

function describe(activity: Partial<Activity>): Said {
  const { redeye } = activity.channelData as { redeye: { route: string; answerVersion?: string } };
  return {
    ...redeye,
    text: activity.text ?? '',
    offers: (activity.suggestedActions?.actions ?? []).map(({ title }) => title),
    attachments: activity.attachments ?? [],
  };
}
