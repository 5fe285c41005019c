import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { MemoryStorage } from 'botbuilder';
import { pino } from 'pino';
import { ConnectorAuthentication } from '../../bot/channels/connector/authentication.js';
import { ConnectorAdapter } from '../../bot/channels/connector/connectorAdapter.js';
import { ConversationLog } from '../../bot/conversationLog.js';
import { DeskBot } from '../../bot/deskBot.js';
import { ProactiveSender } from '../../bot/proactive.js';
import { InProcessTurnLock } from '../../bot/turnLock.js';
import type { Reply } from '../../dialogs/reply.js';
import { MemoryEventLog } from '../contracts/memoryEventLog.js';
import { SettableClock } from '../conversations/settableClock.js';
import { createTestDesk } from '../conversations/testDesk.js';
import { FakeChannelService } from './channels/connector/fakeChannelService.js';

const say =
  (text: string): (() => Reply[]) =>
  () => [{ text, trace: { route: 'dialog:flight-status' } }];

let channel: FakeChannelService;
let conversationLog: ConversationLog;
let proactive: ProactiveSender;

function refer(serviceUrl: string) {
  return {
    channelId: 'emulator',
    serviceUrl,
    conversation: { id: 'conv-1' },
    user: { id: 'u' },
    bot: { id: 'b' },
    activityId: 'in-1',
  };
}

beforeEach(async () => {
  channel = await FakeChannelService.start();
  const clock = new SettableClock(new Date('2026-11-22T06:00:00Z'));
  const eventLog = new MemoryEventLog();
  const log = pino({ level: 'silent' });
  let ids = 0;
  const createId = (): string => `id-${(ids += 1)}`;
  conversationLog = new ConversationLog({ eventLog, redact: (activity) => activity, clock, createId });
  const desk = await createTestDesk(clock, eventLog);
  const bot = new DeskBot({ desk, storage: new MemoryStorage(), conversationLog, log });
  const lock = new InProcessTurnLock();
  const authentication = new ConnectorAuthentication({ appType: 'MultiTenant', serviceHosts: [] }, 500);
  const connector = new ConnectorAdapter(authentication, lock);
  bot.equip(connector, { recordsIncoming: true });
  proactive = new ProactiveSender({
    turnRunner: lock,
    conversationLog,
    announce: (context, compose, id) => bot.concierge.announce(context, compose, id),
    channels: new Map(),
    continueElsewhere: (reference, turn) => connector.continueConversationAsync('', reference, turn),
  });
});

afterEach(() => channel.stop());

it('reaches a passenger of another channel by the Bot Framework, and records it as theirs', async () => {
  await proactive.sendNotice(refer(channel.url), say('news'), 'n1');
  expect(channel.received).toMatchObject([{ activity: { text: 'news', conversation: { id: 'conv-1' } } }]);
  expect(channel.received[0]!.activity.attachments).toBeUndefined();
  const newest = await conversationLog.readNewest('emulator:conv-1');
  expect(newest.map(({ direction, activity }) => [direction, activity.text])).toEqual([['outgoing', 'news']]);
});

it('fails while the channel does, records nothing, and is said by the next try, once', async () => {
  channel.mood = 'broken';
  await expect(proactive.sendNotice(refer(channel.url), say('news'), 'n1')).rejects.toThrow();
  expect(await conversationLog.readNewest('emulator:conv-1')).toEqual([]);
  channel.mood = 'kind';
  await proactive.sendNotice(refer(channel.url), say('news'), 'n1');
  await proactive.sendNotice(refer(channel.url), say('news'), 'n1');
  expect(channel.received).toHaveLength(1);
});

it('writes to no address that is not allowed', async () => {
  await expect(
    proactive.sendNotice(refer('https://elsewhere.example'), say('news'), 'n1'),
  ).rejects.toMatchObject({ code: 'channel.forbidden' });
});
