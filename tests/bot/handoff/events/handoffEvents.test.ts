import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Activity } from 'botbuilder';
import { HubChannel, type Sender } from './hubChannel.js';

let channel: HubChannel;

beforeEach(async () => {
  channel = await HubChannel.open();
});

const findEvent = (activities: readonly Partial<Activity>[], name: string) =>
  activities.find((activity) => activity.type === 'event' && activity.name === name);
const textsOf = (activities: readonly Partial<Activity>[]) => activities.flatMap(({ text }) => text ?? []);

describe('a passenger who asks for a person on a channel with a hub', () => {
  it('is handed over by an event that leaves with the turn, says what it is about and carries the masked history', async () => {
    await channel.say('Order me a pizza, 13912345678');
    const left = await channel.say('I want to talk to a person');
    const event = findEvent(left, 'handoff.initiate');
    const { handoff } = (await channel.standing) as { handoff: string };
    expect(event?.value).toEqual({
      Skill: expect.any(String) as unknown,
      language: 'en',
      topic: expect.any(String) as unknown,
      reason: 'asked',
      priority: 'normal',
      handoff,
    });
    expect(textsOf(left).length).toBeGreaterThan(0);
    const [transcript] = event?.attachments ?? [];
    expect(transcript).toMatchObject({ contentType: 'application/json', name: 'Transcript' });
    const { activities } = transcript?.content as { activities: Partial<Activity>[] };
    expect(activities.map(({ from, text }) => [from?.role, text]).slice(0, 1)).toEqual([
      ['user', 'Order me a pizza, ••••••'],
    ]);
    expect(activities.at(-1)).toMatchObject({ text: 'I want to talk to a person' });
  });

  it('reads that nobody here knows how many wait, not that they are next', async () => {
    const [called] = textsOf(await channel.say('I want to talk to a person'));
    expect(called).toMatch(/^I have asked for a person for you\. From here I cannot see how many/);
    const [again] = textsOf(await channel.say('how long?'));
    expect(again).toMatch(/^You are still waiting for a person\. From here I cannot see how many/);
    expect(`${String(called)} ${String(again)}`).not.toMatch(/next|number|\bin a moment\b/);
  });

  it('has the event in the record, once', async () => {
    await channel.say('I want to talk to a person');
    await channel.say('I want to talk to a person');
    await channel.say('How big may my cabin bag be?');
    const { activities } = await channel.conversationLog.readAfter('omnichannel:c1', 0);
    const events = activities.filter(({ activity }) => activity.name === 'handoff.initiate');
    expect(events).toMatchObject([{ direction: 'outgoing' }]);
    expect(channel.left.filter(({ name }) => name === 'handoff.initiate')).toHaveLength(1);
  });

  it('is handed over in a later turn when the channel did not take the first', async () => {
    channel.isDeaf = true;
    await channel.say('I want to talk to a person').catch(() => undefined);
    channel.isDeaf = false;
    expect(findEvent(await channel.say('Hello?'), 'handoff.initiate')).toBeDefined();
    expect(findEvent(await channel.say('Hello?'), 'handoff.initiate')).toBeUndefined();
  });

  it('has the bot until the hub accepts, then silence, then the bot again with the question how it was', async () => {
    await channel.say('I want to talk to a person');
    expect(textsOf(await channel.say('How big may my cabin bag be?')).join()).toContain('One cabin bag');
    expect(textsOf(await channel.status('accepted')).join()).toContain('**An agent** has joined');
    expect(await channel.say('How big may my cabin bag be?')).toEqual([]);
    expect(textsOf(await channel.status('completed')).join()).toContain('How was the talk');
    expect(textsOf(await channel.say('How big may my cabin bag be?')).join()).toContain('One cabin bag');
  });

  it.each([
    ['failed', 'a hub that has nobody'],
    ['completed', 'a hub that ends what nobody began'],
  ])('is told honestly on %s: %s', async (state) => {
    await channel.say('I want to talk to a person');
    expect(textsOf(await channel.status(state)).join()).toContain('no agent can join this chat');
    expect(await channel.standing).toMatchObject({ kind: 'none' });
  });

  it('is told once of a status that comes twice', async () => {
    await channel.say('I want to talk to a person');
    await channel.status('accepted');
    expect(await channel.status('accepted')).toEqual([]);
    await channel.status('completed');
    expect(await channel.status('completed')).toEqual([]);
  });

  it('leaves by themself, and the hub is told by a status that leaves with the turn, once', async () => {
    await channel.say('I want to talk to a person');
    await channel.status('accepted');
    const left = await channel.say('End the talk');
    expect(findEvent(left, 'handoff.status')).toMatchObject({ value: { state: 'completed' } });
    expect(textsOf(left).join()).toContain('is over');
    expect(findEvent(await channel.say('Thanks'), 'handoff.status')).toBeUndefined();
  });

  it('is told on a channel without a hub that nobody can be reached', async () => {
    const left = await channel.say('I want to talk to a person', { channelId: 'telegram' });
    expect(findEvent(left, 'handoff.initiate')).toBeUndefined();
    expect(textsOf(left).join()).toContain('I cannot reach our agents');
  });
});

describe('a status that is not the hub’s', () => {
  const strangers: [string, Sender][] = [
    ['came by a channel of our own', {}],
    ['came without a signature', { identity: { isAuthenticated: false } }],
    ['came to a service that checks none', { identity: { isAuthenticated: true }, checksSenders: false }],
  ];
  it.each(strangers)('%s mutes nobody and brings nobody back', async (_name, sender) => {
    await channel.say('I want to talk to a person');
    expect(await channel.status('accepted', sender)).toEqual([]);
    expect(await channel.standing).toMatchObject({ kind: 'waiting' });
    await channel.status('accepted');
    expect(await channel.status('completed', sender)).toEqual([]);
    expect(await channel.standing).toMatchObject({ kind: 'held' });
  });

  it('came by another channel of the connector, where passengers send events, moves no conversation there', async () => {
    const sender = { channelId: 'directline', identity: { isAuthenticated: true } };
    await channel.waitElsewhere('directline');
    await channel.say('Hello', sender);
    expect(await channel.status('accepted', sender)).toEqual([]);
    expect(textsOf(await channel.say('How big may my cabin bag be?', sender)).join()).toContain(
      'One cabin bag',
    );
  });

  it.each(['paused', '', null, { deep: true }])(
    'tells of the unknown state %j moves nothing',
    async (state) => {
      await channel.say('I want to talk to a person');
      expect(await channel.status(state as string)).toEqual([]);
      expect(await channel.standing).toMatchObject({ kind: 'waiting' });
    },
  );

  it('tells of a conversation that asked for nobody mutes nobody', async () => {
    expect(await channel.status('accepted')).toEqual([]);
    expect(textsOf(await channel.say('How big may my cabin bag be?')).join()).toContain('One cabin bag');
  });
});
