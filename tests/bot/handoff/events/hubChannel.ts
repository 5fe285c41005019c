import { MemoryStorage, type Activity } from 'botbuilder';
import { pino } from 'pino';
import { LocalAdapter } from '../../../../bot/channels/local/localAdapter.js';
import { ConversationLog } from '../../../../bot/conversationLog.js';
import { DeskBot } from '../../../../bot/deskBot.js';
import { EventsHandoffs } from '../../../../bot/handoff/events/eventsHandoffs.js';
import { HandoffEventsMiddleware } from '../../../../bot/handoff/events/handoffEventsMiddleware.js';
import { HubJournal } from '../../../../bot/handoff/hubJournal.js';
import { MemoryEventLog } from '../../../contracts/memoryEventLog.js';
import { SettableClock } from '../../../conversations/settableClock.js';
import { createTestDesk } from '../../../conversations/testDesk.js';

const CHANNELS = ['omnichannel'];

export interface Sender {
  readonly channelId?: string;
  /** What the connector's authentication found; absent where there was none. */
  readonly identity?: { readonly isAuthenticated: boolean };
  readonly checksSenders?: boolean;
}

const HUB: Sender = { identity: { isAuthenticated: true } };

/** A bot behind a channel with a hub on it, which sees every activity that leaves. */
export class HubChannel {
  readonly left: Partial<Activity>[] = [];
  /** The channel takes nothing. */
  isDeaf = false;
  readonly conversationLog: ConversationLog;
  readonly handoffs: EventsHandoffs;
  private readonly bot: DeskBot;
  private ids = 0;

  private constructor(
    private readonly clock: SettableClock,
    private readonly eventLog: MemoryEventLog,
    private readonly desk: Awaited<ReturnType<typeof createTestDesk>>,
  ) {
    const createId = () => `id-${(this.ids += 1)}`;
    const log = pino({ level: 'silent' });
    this.conversationLog = new ConversationLog({ eventLog, redact: mask, clock, createId });
    const journal = new HubJournal({ eventLog, clock });
    this.handoffs = new EventsHandoffs({ journal, channels: CHANNELS, clock, createId });
    const equipped = { ...desk, handoffs: this.handoffs };
    this.bot = new DeskBot({
      desk: equipped,
      storage: new MemoryStorage(),
      conversationLog: this.conversationLog,
      log,
    });
  }

  static async open(): Promise<HubChannel> {
    const clock = new SettableClock(new Date('2026-11-22T08:00:00Z'));
    const eventLog = new MemoryEventLog();
    return new HubChannel(clock, eventLog, await createTestDesk(clock, eventLog));
  }

  /** Returns what left in the turn. */
  async say(text: string, sender: Sender = HUB): Promise<Partial<Activity>[]> {
    return this.receive({ type: 'message', text, locale: 'en' }, sender);
  }

  status(state: string, sender: Sender = HUB): Promise<Partial<Activity>[]> {
    return this.receive({ type: 'event', name: 'handoff.status', value: { state } }, sender);
  }

  async receive(activity: Partial<Activity>, sender: Sender): Promise<Partial<Activity>[]> {
    const { channelId = 'omnichannel', identity, checksSenders = true } = sender;
    const adapter = new LocalAdapter({
      clock: this.clock,
      createId: () => `sent-${(this.ids += 1)}`,
      deliver: (sent) => {
        if (this.isDeaf) throw new Error('the channel takes nothing');
        this.left.push(structuredClone(sent));
      },
    });
    adapter.use(async (context, next) => {
      if (identity !== undefined) context.turnState.set(adapter.BotIdentityKey, identity);
      await next();
    });
    this.bot.equip(adapter, { recordsIncoming: true });
    const { translate, answers } = this.desk;
    adapter.use(
      new HandoffEventsMiddleware({
        handoffs: this.handoffs,
        conversationLog: this.conversationLog,
        announce: (...notice) => this.bot.concierge.announce(...notice),
        channels: CHANNELS,
        checksSenders,
        translate,
        answers,
        log: pino({ level: 'silent' }),
      }),
    );
    const before = this.left.length;
    const whole = {
      id: `in-${(this.ids += 1)}`,
      channelId,
      serviceUrl: 'https://hub.example.com',
      conversation: { id: 'c1' },
      from: { id: 'wu', name: '' },
      recipient: { id: 'bot', name: '' },
      ...activity,
    } as Partial<Activity>;
    await adapter.process(whole, (context) => this.bot.concierge.run(context));
    return this.left.slice(before);
  }

  /** The passenger waits on a channel that had a hub before the settings were changed. */
  async waitElsewhere(channelId: string): Promise<void> {
    const { clock, eventLog } = this;
    const journal = new HubJournal({ eventLog, clock });
    const before = new EventsHandoffs({ journal, channels: [channelId], clock, createId: () => 'h0' });
    await before.request({
      conversation: 'c1',
      reference: { channelId },
      language: 'en',
      topic: 'handoff',
      reason: 'asked',
      priority: 'normal',
    });
  }

  get standing() {
    return this.handoffs.findStanding('omnichannel:c1');
  }
}

function mask(activity: Partial<Activity>): Partial<Activity> {
  return activity.text === undefined
    ? activity
    : { ...activity, text: activity.text.replace(/\d{6,}/g, '••••••') };
}
