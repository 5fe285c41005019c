import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Json } from '../../../../services/eventLog.js';
import { ChatwootHarness, ENDED, JOINED, request } from './chatwootHarness.js';
import { AGENTS, type ChatwootStandIn } from './chatwootStandIn.js';

let harness: ChatwootHarness;
let chatwoot: ChatwootStandIn;

beforeEach(async () => {
  harness = await new ChatwootHarness().start();
  chatwoot = harness.standIn;
});
afterEach(() => harness.stop());

describe('a request', () => {
  it('becomes a conversation with what agents need to know, and the masked history as a note', async () => {
    await harness.hub.handoffs.request(request('wu', { priority: 'emergency', language: 'zh-Hans' }));
    await harness.settle();
    expect(chatwoot.conversations).toMatchObject([
      {
        status: 'open',
        priority: 'urgent',
        custom_attributes: {
          language: 'zh-Hans',
          topic: 'faq:baggage.carry-on-size',
          priority: 'emergency',
          skill: 'baggage',
        },
        additional_attributes: { redeye_conversation: 'wu', redeye_handoff: 'handoff-1' },
      },
    ]);
    const [note] = chatwoot.messages;
    expect(note).toMatchObject({ private: true, message_type: 'outgoing' });
    expect(note?.content).toContain('**旅客:** My bag is broken\n\n**智能助手:** I am sorry. Where?');
  });

  it('does not show the name of the conversation, which opens it on some channels', async () => {
    await harness.hub.handoffs.request(request('wu'));
    expect(JSON.stringify(chatwoot.contacts)).not.toContain('wu');
  });

  it('finds the contact of a passenger who was there before', async () => {
    await harness.beginTalk();
    await harness.report(chatwoot.resolve());
    await harness.hub.handoffs.request(request('wu'));
    expect(chatwoot.contacts).toHaveLength(1);
    expect(chatwoot.conversations.map(({ contact }) => contact)).toEqual([101, 101]);
  });

  it.each([
    [['online', 'offline'], 'free'],
    [['busy', 'offline'], 'busy'],
    [['offline'], 'none'],
    [[], 'none'],
  ])('with agents %j is told that staffing is %s', async (members, staffing) => {
    chatwoot.members = members;
    expect(await harness.hub.handoffs.request(request('wu'))).toMatchObject({ kind: 'waiting', staffing });
  });

  it('is never told a worse place than before', async () => {
    for (const conversation of ['a', 'b', 'c']) await harness.hub.handoffs.request(request(conversation));
    expect(await harness.hub.handoffs.findStanding('b')).toMatchObject({ position: 2 });
    await harness.report(chatwoot.assign(AGENTS.li, 1));
    harness.clock.pass(60_000);
    const { handoffs } = harness.hub;
    await harness.until(async () => {
      const standing = await handoffs.findStanding('c');
      return standing.kind === 'waiting' && standing.position === 2;
    });
    expect(await handoffs.findStanding('b')).toMatchObject({ position: 2 });
  });

  it.each([
    ['is broken', (it: ChatwootStandIn) => (it.status = 502)],
    ['is slow', (it: ChatwootStandIn) => (it.delayMs = 4_000)],
    ['refuses our token', (it: ChatwootStandIn) => (it.status = 401)],
    ['has no such account', (it: ChatwootStandIn) => (it.status = 404)],
    ['hangs up', (it: ChatwootStandIn) => (it.losesAnswers = true)],
  ])('fails with desk.unreachable when Chatwoot %s, and nobody waits', async (_name, spoil) => {
    spoil(chatwoot);
    await expect(harness.hub.handoffs.request(request('wu'))).rejects.toMatchObject({
      code: 'desk.unreachable',
    });
    expect(await harness.hub.handoffs.findStanding('wu')).toMatchObject({ kind: 'none' });
  });

  it('that was carried out but not answered is found again, not made twice', async () => {
    await harness.hub.handoffs.request(request('other'));
    chatwoot.losesAnswers = true;
    await expect(harness.hub.handoffs.request(request('wu'))).rejects.toThrow();
    await expect(harness.hub.handoffs.request(request('wu'))).rejects.toThrow();
    chatwoot.losesAnswers = false;
    expect(await harness.hub.handoffs.request(request('wu'))).toMatchObject({ kind: 'waiting', position: 2 });
    expect(await harness.hub.handoffs.request(request('wu'))).toMatchObject({ kind: 'waiting' });
    expect(chatwoot.conversations).toHaveLength(2);
    expect(chatwoot.contacts).toHaveLength(2);
  });

  it('that was not answered still brings the passenger to the agent who takes it', async () => {
    await harness.hub.handoffs.request(request('wu'));
    await harness.hub.handoffs.leave('wu');
    await harness.settle();
    chatwoot.answersUntil = 'POST conversations';
    await expect(harness.hub.handoffs.request(request('wu'))).rejects.toThrow();
    chatwoot.answersUntil = undefined;
    chatwoot.losesAnswers = false;
    await harness.report(chatwoot.assign(AGENTS.li, 2));
    expect(await harness.hub.handoffs.findStanding('wu')).toMatchObject({ kind: 'held', agentName: 'Li Na' });
    await harness.relay('wu', 'm1', 'so you are there');
    await harness.settle();
    expect(chatwoot.read(2)).toEqual(['so you are there']);
  });
});

describe('a talk', () => {
  it('goes both ways, ends, and is told of to the passenger', async () => {
    await harness.beginTalk();
    await harness.relay('wu', 'm1', 'Hello?');
    await harness.settle();
    await harness.report(chatwoot.write(AGENTS.li, 'Good morning'));
    await harness.relay('wu', 'm2', 'My bag');
    await harness.settle();
    await harness.report(chatwoot.resolve());
    expect(chatwoot.read()).toEqual(['Hello?', 'My bag']);
    expect(harness.heard).toEqual([JOINED('Li Na'), 'wu| Li Na: Good morning', ENDED('Li Na')]);
    expect(await harness.hub.handoffs.findStanding('wu')).toMatchObject({ kind: 'none' });
  });

  it('begins with the first word of an agent who was not assigned', async () => {
    await harness.hub.handoffs.request(request('wu'));
    await harness.report(chatwoot.write(AGENTS.ana, 'Hi'));
    await harness.report(chatwoot.assign(AGENTS.ana));
    expect(harness.heard).toEqual([JOINED('Ana'), 'wu| Ana: Hi']);
  });

  it('shows files as links, and names those that cannot be fetched', async () => {
    await harness.beginTalk();
    const attachments: Json[] = [
      { contentType: 'image/png', contentUrl: 'https://files.example.com/u/1', name: 'bag.png' },
      { contentType: 'image/png', contentUrl: 'upload:1.png', name: 'tag.png' },
      { contentType: 'application/pdf', contentUrl: 'upload:2.pdf', name: 'ticket.pdf' },
      { contentType: 'application/vnd.microsoft.card.adaptive', content: {} },
    ];
    await harness.hub.handoffs.relay('wu', { id: 'm1', text: 'Look', attachments });
    await harness.settle();
    expect(chatwoot.read()).toEqual([
      'Look\n\n[bag.png](https://files.example.com/u/1)\n\n[tag.png](https://desk.example.com/1.png)\n\nticket.pdf',
    ]);
    const written = chatwoot.write(AGENTS.li, 'The form');
    await harness.report({ ...written, attachments: [{ data_url: 'https://chat.example.com/f.pdf' }] });
    expect(harness.heard.at(-1)).toBe('wu| Li Na: The form\n\nhttps://chat.example.com/f.pdf');
  });

  it('is told of who takes over, of an agent who is lost, and of one who comes back', async () => {
    await harness.beginTalk();
    await harness.report(chatwoot.assign(AGENTS.ana));
    await harness.report(chatwoot.assign(null));
    expect(await harness.hub.handoffs.findStanding('wu')).toMatchObject({ kind: 'waiting', position: 1 });
    await harness.report(chatwoot.assign(AGENTS.li));
    expect(harness.heard).toEqual([
      JOINED('Li Na'),
      expect.stringContaining('bot: **Ana** has taken over'),
      expect.stringContaining('bot: I am sorry: Ana had to leave this chat'),
      JOINED('Li Na'),
    ]);
  });

  it('shows who joins what was said since the request, once, and not what they said themselves', async () => {
    await harness.hub.handoffs.request(request('wu'));
    harness.recorded.push(['incoming', 'At the belt']);
    await harness.report(chatwoot.assign(AGENTS.li));
    const notes = () => chatwoot.messages.filter((each) => each.private).map(({ content }) => content);
    expect(notes()).toEqual([
      expect.stringContaining('My bag is broken'),
      'What was said in the meantime, private data masked:\n\n**Passenger:** At the belt',
    ]);
    harness.recorded.push(['incoming', 'said to Li']);
    await harness.report(chatwoot.assign(null));
    harness.recorded.push(['incoming', 'Is anybody there?']);
    await harness.report(chatwoot.assign(AGENTS.ana));
    expect(notes().slice(2)).toEqual([
      expect.stringMatching(/masked:\n\n\*\*Passenger:\*\* Is anybody there\?$/),
    ]);
  });

  it('that is resolved before anybody spoke is told honestly', async () => {
    await harness.hub.handoffs.request(request('wu'));
    await harness.report(chatwoot.resolve());
    expect(harness.heard).toEqual([expect.stringContaining('no agent can join this chat')]);
  });

  it('goes on when the agent writes after ending it', async () => {
    await harness.beginTalk();
    await harness.report(chatwoot.resolve());
    await harness.report(chatwoot.write(AGENTS.li, 'One thing more'));
    expect(harness.heard.slice(2)).toEqual([JOINED('Li Na'), 'wu| Li Na: One thing more']);
    expect(await harness.hub.handoffs.findStanding('wu')).toMatchObject({ kind: 'held' });
  });

  it('that the passenger ends is closed at Chatwoot, with a note, and nothing said there is heard', async () => {
    await harness.beginTalk();
    await harness.hub.handoffs.leave('wu');
    await harness.settle();
    expect(chatwoot.conversations[0]).toMatchObject({ status: 'resolved' });
    expect(chatwoot.messages.at(-1)).toMatchObject({
      private: true,
      content: expect.stringContaining('ended') as unknown,
    });
    await harness.report(chatwoot.resolve());
    await harness.report(chatwoot.write(AGENTS.li, 'Are you there?'));
    expect(harness.heard).toEqual([JOINED('Li Na')]);
  });

  it('keeps passengers apart', async () => {
    await harness.beginTalk('wu');
    await harness.beginTalk('lin');
    await harness.report(chatwoot.write(AGENTS.ana, 'to lin', { conversation: 2 }));
    await harness.report(chatwoot.write(AGENTS.li, 'to wu', { conversation: 1 }));
    await harness.relay('lin', 'm1', 'from lin');
    await harness.settle();
    expect(harness.heard.slice(2)).toEqual(['lin| Ana: to lin', 'wu| Li Na: to wu']);
    expect([chatwoot.read(1), chatwoot.read(2)]).toEqual([[], ['from lin']]);
  });
});
