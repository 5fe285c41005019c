import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Activity } from 'botbuilder';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reply } from '../../dialogs/reply.js';
import type { Flight } from '../../services/flights/port.js';
import { ScriptedFlights } from '../dialogs/flightStatus/scriptedFlights.js';
import { createFlight } from '../services/flights/sampleFlights.js';
import { Client } from './channels/directline/client.js';
import { startProactiveDesk, type ProactiveDesk } from './proactiveDesk.js';

/** Two hours before departure a flight is looked at every five minutes. */
const NOW = '2026-11-22T08:00:00Z';
const NEXT_LOOK = 5 * 60_000;
const BEFORE = createFlight({ gate: 'C42' });
const LATE = createFlight({
  gate: 'C58',
  status: 'delayed',
  estimatedDeparture: '2026-11-22T19:15+08:00',
  reason: 'weather',
});

let dataDir: string;
let flights: ScriptedFlights;
let desk: ProactiveDesk;
let client: Client;

function offersOf(activity: Partial<Activity> | undefined): string[] {
  return (activity?.suggestedActions?.actions ?? []).map(({ title }) => title);
}

function find(part: string): Partial<Activity> | undefined {
  return client.received.find(({ text }) => text?.includes(part));
}

async function hear(part: string): Promise<Partial<Activity>> {
  await client.until(() => find(part) !== undefined);
  return find(part)!;
}

/** The flight changes, and time passes until it is looked at again. */
async function change(flight: Flight): Promise<void> {
  flights.flights = [flight];
  desk.clock.pass(NEXT_LOOK);
  await desk.runDue();
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'proactive-'));
  flights = new ScriptedFlights([BEFORE]);
  desk = await startProactiveDesk(flights, { dataDir, now: NOW });
  client = new Client({ domain: desk.domain, webSocket: true });
  await hear('support desk');
});

afterEach(async () => {
  client.end();
  await desk.stop();
  await rm(dataDir, { recursive: true });
});

describe('a passenger who watches a flight, over Direct Line', () => {
  it('sees the flight as a card, with a headline in place of the text', async () => {
    await client.say('Is flight RE101 delayed?');
    const answer = await hear('RE101 · Shanghai Hongqiao');
    expect(answer.attachments?.[0]?.contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(answer.text).toContain('- Gate: C42');
    expect(JSON.stringify(answer.attachments?.[0]?.content)).toContain('{"title":"Gate","value":"C42"}');
    expect(answer.channelData).toMatchObject({
      messageBack: { displayText: 'This is how the flight stands:' },
    });
  });

  it('is told of a change without asking, once, and of nothing more after "stop telling me"', async () => {
    await client.say('Is flight RE101 delayed?');
    await hear('RE101 · Shanghai Hongqiao');
    await client.say('Tell me when it changes');
    await hear('I will tell you here');
    await change(LATE);
    const notice = await hear('has changed');
    expect(notice.text).toBe(
      [
        '**RE101 of Sun, 22 November 2026, Shanghai Hongqiao → Beijing Capital, has changed:**',
        '',
        '- Status: Delayed',
        '- Departure, expected: Sun 22 Nov, 19:15 (before: Sun 22 Nov, 18:00)',
        '- Gate: C58 (before: C42)',
      ].join('\n'),
    );
    expect(notice.replyToId).toBeUndefined();
    expect(offersOf(notice)).toContain('Stop telling me about RE101');
    await change(LATE);
    await client.say('Stop telling me about RE101');
    await hear('I will not tell you');
    await change(createFlight({ status: 'cancelled' }));
    await client.say('How heavy can my carry-on be?');
    await hear('One cabin bag');
    expect(client.received.filter(({ text }) => text?.includes('has changed'))).toHaveLength(1);
  });

  it('is told in the language the conversation has turned to', async () => {
    await client.say('Is flight RE101 delayed?');
    await hear('RE101 · Shanghai Hongqiao');
    await client.say('Tell me when it changes');
    await hear('I will tell you here');
    await client.say('說繁體中文');
    await hear('繁體中文');
    await change(LATE);
    expect((await hear('有變化')).text).toContain('登機門：C58（原為 C42）');
  });

  it('keeps the open question and its buttons', async () => {
    await client.say('Is flight RE101 delayed?');
    await hear('RE101 · Shanghai Hongqiao');
    await client.say('Tell me when it changes');
    await hear('I will tell you here');
    await client.say("Check my flight's status");
    await hear('Which flight?');
    await change(LATE);
    const notice = await hear('has changed');
    expect(offersOf(notice)).toEqual(
      expect.arrayContaining(['Stop telling me about RE101', 'Help with this step', 'Cancel']),
    );
    await client.say('Cancel');
    await hear('What else can I do for you?');
  });

  it('is told later when the channel fails', async () => {
    await desk.stop();
    const reference = { channelId: 'msteams', conversation: { id: 'c' } };
    let tries = 0;
    desk = await startProactiveDesk(flights, {
      dataDir,
      now: NOW,
      continueElsewhere: () => Promise.reject(new Error(`try ${(tries += 1)}`)),
    });
    const compose = (): Reply[] => [{ text: 'news', trace: { route: 'none' } }];
    await expect(desk.proactive.sendNotice(reference, compose, 'n1')).rejects.toThrow('try 1');
    await expect(desk.proactive.sendNotice(reference, compose, 'n1')).rejects.toThrow('try 2');
  });
});

describe('a notice', () => {
  async function getReference() {
    await client.say('Is flight RE101 delayed?');
    await hear('RE101 · Shanghai Hongqiao');
    await client.say('Tell me when it changes');
    await hear('I will tell you here');
    await change(LATE);
    await hear('has changed');
    return desk.notices[0]!.watch.watcher.conversation;
  }

  it('that comes a second time is not said again', async () => {
    const reference = await getReference();
    const say =
      (text: string): (() => Reply[]) =>
      () => [{ text, trace: { route: 'none' } }];
    await desk.proactive.sendNotice(reference, say('first'), 'n1');
    await desk.proactive.sendNotice(reference, say('second'), 'n1');
    await desk.proactive.sendNotice(reference, say('third'), 'n2');
    await hear('third');
    expect(client.texts.filter((text) => ['first', 'second', 'third'].includes(text ?? ''))).toEqual([
      'first',
      'third',
    ]);
  });

  it('stands in the record of the conversation, and the turn it opened does not', async () => {
    const reference = await getReference();
    const { id } = (reference as { conversation: { id: string } }).conversation;
    const newest = await desk.conversationLog.readNewest(id);
    expect(newest.at(-1)).toMatchObject({
      direction: 'outgoing',
      activity: {
        channelData: { redeye: { route: 'dialog:flight-status', notice: { id: desk.notices[0]!.id } } },
      },
    });
    expect(newest.filter(({ activity }) => activity.name === 'ContinueConversation')).toEqual([]);
  });

  it('whose words cannot be found fails, and apologises to nobody', async () => {
    const reference = await getReference();
    const before = client.received.length;
    const failing = (): Reply[] => {
      throw new Error('no words');
    };
    await expect(desk.proactive.sendNotice(reference, failing, 'n3')).rejects.toThrow('no words');
    await client.say('How heavy can my carry-on be?');
    await hear('One cabin bag');
    expect(client.received.slice(before).map(({ text }) => text)).toEqual([
      'How heavy can my carry-on be?',
      expect.stringContaining('One cabin bag'),
    ]);
  });

  it('without a reference to a conversation fails', async () => {
    await expect(desk.proactive.sendNotice({ channelId: 'x' }, () => [], 'n4')).rejects.toMatchObject({
      code: 'channel.unsupported',
    });
  });
});
