import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ChatwootHarness, ENDED, JOINED, request } from './chatwootHarness.js';
import { AGENTS, type ChatwootStandIn } from './chatwootStandIn.js';

let harness: ChatwootHarness;
let chatwoot: ChatwootStandIn;

beforeEach(async () => {
  harness = await new ChatwootHarness().start();
  chatwoot = harness.standIn;
});
afterEach(() => harness.stop());

describe('reports', () => {
  it('that come twice are followed once', async () => {
    await harness.hub.handoffs.request(request('wu'));
    const joined = chatwoot.assign(AGENTS.li);
    const said = chatwoot.write(AGENTS.li, 'Hello');
    const ended = chatwoot.resolve();
    for (const report of [joined, joined, said, said, joined, said, ended, ended, said])
      await harness.report(report);
    expect(harness.heard).toEqual([JOINED('Li Na'), 'wu| Li Na: Hello', ENDED('Li Na')]);
  });

  it('of what was said before the end are heard when they come after it, and nobody joins anew', async () => {
    await harness.beginTalk();
    const first = chatwoot.write(AGENTS.li, 'first');
    harness.clock.pass(1000);
    const last = chatwoot.write(AGENTS.li, 'last');
    harness.clock.pass(1000);
    for (const report of [chatwoot.resolve(), last, first]) await harness.report(report);
    expect(harness.heard).toEqual([JOINED('Li Na'), ENDED('Li Na'), 'wu| Li Na: last', 'wu| Li Na: first']);
    expect(await harness.hub.handoffs.findStanding('wu')).toMatchObject({ kind: 'none' });
  });

  it('of an older talk do not move the one that goes on', async () => {
    await harness.beginTalk();
    const stray = chatwoot.write(AGENTS.li, 'stray');
    await harness.report(chatwoot.resolve());
    await harness.hub.handoffs.request(request('wu'));
    await harness.report(stray);
    await harness.report(chatwoot.assign(AGENTS.li, 1));
    await harness.report(chatwoot.resolve(1));
    expect(await harness.hub.handoffs.findStanding('wu')).toMatchObject({
      kind: 'waiting',
      handoff: 'handoff-2',
    });
    expect(harness.heard.join()).not.toContain('stray');
  });

  it('of notes, of our own writing, of bots, of other inboxes and of nonsense are taken and left', async () => {
    await harness.hub.handoffs.request(request('wu'));
    await harness.settle();
    const said = chatwoot.write(AGENTS.li, 'x');
    const place = said['conversation'] as object;
    for (const report of [
      chatwoot.write(AGENTS.li, 'between us', { private: true }),
      ...chatwoot.messages.slice(0, 1).map((message) => chatwoot.echo(message)),
      { ...said, sender: { id: 9, name: 'Captain', type: 'captain_assistant' } },
      { ...said, sender: null },
      { ...said, message_type: 'template' },
      { ...said, account: { id: 4 } },
      { ...said, conversation: { ...place, inbox_id: 8 } },
      { ...said, conversation: { ...place, additional_attributes: {} } },
      {
        ...said,
        conversation: {
          ...place,
          additional_attributes: { redeye_conversation: 'lin', redeye_handoff: 'handoff-1' },
        },
      },
      { event: 'contact_created', id: 1 },
      {},
    ]) {
      await harness.report(report);
    }
    expect(harness.heard).toEqual([]);
    expect(await harness.hub.handoffs.findStanding('wu')).toMatchObject({ kind: 'waiting' });
  });

  it.each([
    ['another secret', { secret: 'guessed' }],
    ['an old timestamp', { timestamp: Date.parse('2026-11-22T07:54:00Z') / 1000 }],
  ])('signed with %s are refused', async (_name, sign) => {
    await harness.hub.handoffs.request(request('wu'));
    expect(await chatwoot.report(chatwoot.assign(AGENTS.li), sign)).toBe(401);
    expect(await harness.hub.handoffs.findStanding('wu')).toMatchObject({ kind: 'waiting' });
  });

  it('are kept when the passenger cannot be reached, over a restart, and told in order', async () => {
    await harness.hub.handoffs.request(request('wu'));
    harness.isDeaf = true;
    await harness.report(chatwoot.assign(AGENTS.li));
    await harness.report(chatwoot.write(AGENTS.li, 'one'));
    await harness.report(chatwoot.write(AGENTS.li, 'two'));
    harness.restart();
    harness.isDeaf = false;
    await harness.pass(60_000);
    expect(harness.heard).toEqual([JOINED('Li Na'), 'wu| Li Na: one', 'wu| Li Na: two']);
  });
});

describe('what a passenger says while Chatwoot is away', () => {
  it('is kept, over a restart, and arrives once and in order when it is back; they are told once', async () => {
    await harness.beginTalk();
    chatwoot.status = 503;
    for (const [id, text] of [
      ['m1', 'one'],
      ['m2', 'two'],
      ['m3', 'three'],
    ] as const) {
      await harness.relay('wu', id, text);
      await harness.settle();
    }
    await harness.pass(3_000);
    await harness.pass(9_000);
    expect(harness.heard.slice(1)).toEqual([expect.stringContaining('has not reached the agent yet')]);
    harness.restart();
    await harness.pass(60_000);
    chatwoot.status = undefined;
    await harness.pass(60_000);
    expect(chatwoot.read()).toEqual(['one', 'two', 'three']);
    await harness.pass(600_000);
    expect(chatwoot.read()).toEqual(['one', 'two', 'three']);
    expect(harness.heard).toHaveLength(2);
  });

  it('arrives once though Chatwoot took it and did not say so', async () => {
    await harness.beginTalk();
    chatwoot.losesAnswers = true;
    await harness.relay('wu', 'm1', 'one');
    await harness.relay('wu', 'm2', 'two');
    await harness.settle();
    chatwoot.losesAnswers = false;
    await harness.pass(60_000);
    expect(chatwoot.read()).toEqual(['one', 'two']);
  });

  it('is not sent twice when a turn is run again', async () => {
    await harness.beginTalk();
    await harness.relay('wu', 'm1', 'one');
    await harness.settle();
    await harness.relay('wu', 'm1', 'one');
    await harness.settle();
    expect(chatwoot.read()).toEqual(['one']);
  });

  it('goes to whom it was meant for although the talk was ended meanwhile, and the talk is closed behind it', async () => {
    await harness.beginTalk();
    chatwoot.status = 503;
    await harness.relay('wu', 'm1', 'thanks, that is all');
    await harness.hub.handoffs.leave('wu');
    await harness.settle();
    chatwoot.status = undefined;
    await harness.pass(60_000);
    expect(chatwoot.read()).toEqual(['thanks, that is all']);
    expect(chatwoot.conversations[0]).toMatchObject({ status: 'resolved' });
  });

  it('does not wait for one another between passengers', async () => {
    await harness.beginTalk('wu');
    await harness.beginTalk('lin');
    chatwoot.delayMs = 200;
    await Promise.all([harness.relay('wu', 'm1', 'a'), harness.relay('lin', 'm2', 'b')]);
    await harness.settle();
    const posts = chatwoot.requests.filter((request) => /^POST .*messages$/.test(request)).slice(-2);
    expect(posts.sort()).toEqual(['POST conversations/1/messages', 'POST conversations/2/messages']);
    expect([chatwoot.read(1), chatwoot.read(2)]).toEqual([['a'], ['b']]);
  });

  it('is told to be lost where Chatwoot knows the talk no more, and the bot speaks again', async () => {
    await harness.beginTalk();
    chatwoot.status = 404;
    await harness.relay('wu', 'm1', 'one');
    await harness.settle();
    await harness.settle();
    expect(harness.heard.at(-1)).toContain('no agent can join this chat');
    expect(await harness.hub.handoffs.findStanding('wu')).toMatchObject({ kind: 'none' });
  });
});
