import { describe, expect, it } from '@jest/globals';
import type { Activity, TurnContext } from 'botbuilder';
import { LocalAdapter } from '../../../../bot/channels/local/localAdapter.js';

const NOW = new Date('2026-03-01T10:00:00Z');
const INCOMING: Partial<Activity> = {
  type: 'message',
  id: 'in-1',
  text: 'hi',
  channelId: 'test',
  conversation: { id: 'c', name: '', isGroup: false, conversationType: '' },
  from: { id: 'u', name: '' },
  recipient: { id: 'redeye', name: 'Redeye' },
};

function setUp() {
  const delivered: { activity: Partial<Activity>; ephemeral: boolean }[] = [];
  let ids = 0;
  const adapter = new LocalAdapter({
    clock: { now: () => NOW },
    createId: () => `id-${(ids += 1)}`,
    deliver: (activity, { ephemeral }) => void delivered.push({ activity, ephemeral }),
  });
  return { adapter, delivered };
}

describe('the adapter of our own channels', () => {
  it('stamps what the bot says and hands it over', async () => {
    const { adapter, delivered } = setUp();
    await adapter.process(INCOMING, async (context) => {
      expect(await context.sendActivity('hello')).toEqual({ id: 'id-1' });
    });
    expect(delivered).toMatchObject([
      {
        ephemeral: false,
        activity: {
          id: 'id-1',
          text: 'hello',
          timestamp: NOW,
          replyToId: 'in-1',
          from: { id: 'redeye', role: 'bot' },
          recipient: { id: 'u' },
        },
      },
    ]);
  });

  it.each<[string, Partial<Activity>, boolean]>([
    ['a message', { type: 'message' }, true],
    ['an event of the client', { type: 'event', name: 'redeye/language' }, true],
    ['an arrival', { type: 'conversationUpdate' }, false],
    ['a turn nobody began', { type: 'event', name: 'ContinueConversation' }, false],
  ])('answering %s names it: %#', async (_name, change, names) => {
    const { adapter, delivered } = setUp();
    await adapter.process(
      { ...INCOMING, ...change },
      async (context) => void (await context.sendActivity('x')),
    );
    expect(delivered[0]?.activity.replyToId).toBe(names ? 'in-1' : undefined);
  });

  it('passes typing on as passing, and keeps traces to itself', async () => {
    const { adapter, delivered } = setUp();
    await adapter.process(INCOMING, async (context) => {
      await context.sendActivities([{ type: 'typing' }, { type: 'trace' }, { type: 'delay', value: 1 }]);
    });
    expect(delivered.map(({ activity, ephemeral }) => [activity.type, ephemeral])).toEqual([
      ['typing', true],
    ]);
  });

  it('runs the middleware, and the error handling when the turn throws', async () => {
    const { adapter, delivered } = setUp();
    const steps: string[] = [];
    adapter.use(async (_context, next) => {
      steps.push('before');
      await next();
    });
    await expect(adapter.process(INCOMING, () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    );
    adapter.onTurnError = async (context: TurnContext) => void (await context.sendActivity('sorry'));
    await adapter.process(INCOMING, () => Promise.reject(new Error('broken')));
    expect(steps).toEqual(['before', 'before']);
    expect(delivered.map(({ activity }) => activity.text)).toEqual(['sorry']);
  });

  it('speaks of its own accord in a conversation it has a reference to', async () => {
    const { adapter, delivered } = setUp();
    const reference = {
      channelId: 'test',
      serviceUrl: '',
      conversation: INCOMING.conversation!,
      bot: INCOMING.recipient!,
      user: INCOMING.from!,
      activityId: 'in-1',
    };
    let turn: Partial<Activity> = {};
    const logic = async (context: TurnContext): Promise<void> => {
      turn = context.activity;
      await context.sendActivity('your bag is here');
    };
    await adapter.continueConversationAsync('app', reference, logic);
    await adapter.continueConversationAsync('app', reference, 'audience', logic);
    expect(turn).toMatchObject({ type: 'event', name: 'ContinueConversation', conversation: { id: 'c' } });
    // The id is its own: that of the reference belongs to a message that was answered long ago.
    expect(turn.id).not.toBe('in-1');
    expect(delivered).toHaveLength(2);
  });

  it('refuses to change what was sent', async () => {
    const { adapter } = setUp();
    await adapter.process(INCOMING, async (context) => {
      await expect(context.updateActivity({ id: 'x' })).rejects.toMatchObject({
        code: 'channel.unsupported',
      });
      await expect(context.deleteActivity('x')).rejects.toMatchObject({ code: 'channel.unsupported' });
    });
  });
});
