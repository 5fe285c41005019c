import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Activity } from 'botbuilder';
import fc from 'fast-check';
import { ConversationLog, type LoggedActivity } from '../../bot/conversationLog.js';
import type { PendingActivities, PendingTurn } from '../../bot/pendingActivities.js';
import { redactActivity } from '../../bot/redaction.js';
import { RedeyeError } from '../../services/errors.js';
import { MemoryEventLog } from '../contracts/memoryEventLog.js';

const NOW = new Date('2026-11-22T08:00:00.000Z');
const PHONE = '13800138000';
const MASK = '•••••••••••';

class MemoryPendingActivities implements PendingActivities {
  readonly kept = new Map<string, { turn: PendingTurn; activity: Partial<Activity> }>();

  keep(turn: PendingTurn, activity: Partial<Activity>): Promise<void> {
    const stored = JSON.parse(JSON.stringify(activity)) as Partial<Activity>;
    this.kept.set(JSON.stringify(turn), { turn, activity: stored });
    return Promise.resolve();
  }
  find(turn: PendingTurn): Promise<Partial<Activity> | undefined> {
    return Promise.resolve(this.kept.get(JSON.stringify(turn))?.activity);
  }
  forget(turn: PendingTurn): Promise<void> {
    this.kept.delete(JSON.stringify(turn));
    return Promise.resolve();
  }
  async *list(): AsyncGenerator<PendingTurn> {
    await Promise.resolve();
    for (const { turn } of [...this.kept.values()]) yield turn;
  }
}

function describeMessage(text: string, key?: string): Partial<Activity> {
  const channelData = key === undefined ? {} : { channelData: { clientActivityID: key } };
  return { type: 'message', text, from: { id: 'p1', name: '' }, ...channelData };
}

function getTexts(logged: readonly { activity: Partial<Activity> }[]): unknown[] {
  return logged.map(({ activity }) => activity.text);
}

describe('the conversation log', () => {
  let eventLog: MemoryEventLog;
  let pendingActivities: MemoryPendingActivities;
  let ids: number;
  let log: ConversationLog;

  /** Another process, or this one after a restart: the same stores, nothing remembered. */
  function createLog(): ConversationLog {
    return new ConversationLog({
      eventLog,
      redact: redactActivity,
      clock: { now: () => NOW },
      createId: () => `id-${String((ids += 1))}`,
      pendingActivities,
    });
  }

  beforeEach(() => {
    eventLog = new MemoryEventLog();
    pendingActivities = new MemoryPendingActivities();
    ids = 0;
    log = createLog();
  });

  it('knows a conversation from its first activity on', async () => {
    expect(await log.exists('c1')).toBe(false);
    expect(await log.readAfter('c1', 0)).toEqual({ activities: [], position: 0 });
    await log.recordIncoming('c1', describeMessage('hi'));
    expect(await log.exists('c1')).toBe(true);
    expect(await log.exists('C1')).toBe(false);
  });

  it('gives ids and timestamps where they are missing and leaves those that are there', async () => {
    const sent = new Date('2026-11-22T07:59:59.000Z');
    const first = await log.recordIncoming('c1', describeMessage('hi'));
    const second = await log.recordIncoming('c1', { ...describeMessage('hi'), id: 'own', timestamp: sent });
    const [third] = await log.recordOutgoing('c1', [{ type: 'message', text: 'hello' }]);
    expect(first).toMatchObject({ position: 1, duplicate: false, activity: { id: 'id-1', timestamp: NOW } });
    expect(second).toMatchObject({ position: 2, duplicate: false, activity: { id: 'own', timestamp: sent } });
    expect(third).toMatchObject({ position: 3, activity: { id: 'id-2', timestamp: NOW } });
    const { activities } = await createLog().readAfter('c1', 0);
    expect(activities.map(({ activity }) => activity)).toEqual([
      first.activity,
      second.activity,
      third?.activity,
    ]);
  });

  it.each([
    ['clientActivityID', describeMessage('hi', 'k')],
    ['id', { ...describeMessage('hi'), id: 'k' }],
  ])(
    'records an activity with the same %s once, and says whether it was answered',
    async (_name, message) => {
      const first = await log.recordIncoming('c1', message);
      for (const each of [log, createLog()]) {
        expect(await each.recordIncoming('c1', message)).toEqual({
          ...first,
          duplicate: true,
          answered: false,
        });
      }
      await log.recordOutgoing('c1', [], { completes: first.activity.id });
      for (const each of [log, createLog()]) {
        expect(await each.recordIncoming('c1', message)).toEqual({
          ...first,
          duplicate: true,
          answered: true,
        });
      }
      expect((await log.readAfter('c1', 0)).activities).toHaveLength(1);
      expect(await log.recordIncoming('c2', message)).toMatchObject({ duplicate: false });
    },
  );

  it('takes the same words without a key as said twice', async () => {
    const results = [
      await log.recordIncoming('c1', describeMessage('hi')),
      await log.recordIncoming('c1', describeMessage('hi')),
    ];
    expect(results.map(({ duplicate }) => duplicate)).toEqual([false, false]);
  });

  it('finds exactly one of those that come at once to be the first, in one process and in two', async () => {
    const logs = [log, log, createLog(), createLog(), log];
    const results = await Promise.all(
      logs.map((each) => each.recordIncoming('c1', describeMessage('hi', 'k'))),
    );
    expect(results.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(new Set(results.map(({ activity }) => activity.id)).size).toBe(1);
    expect(pendingActivities.kept.size).toBe(1);
  });

  it('keeps masked what it shows later, and whole what it tells those who follow', async () => {
    const heard: LoggedActivity[] = [];
    log.follow('c1', (logged) => heard.push(logged));
    const received = await log.recordIncoming('c1', describeMessage(PHONE));
    const sent = await log.recordOutgoing('c1', [{ type: 'message', text: `you said ${PHONE}` }]);
    expect(received.activity.text).toBe(PHONE);
    expect(getTexts(heard)).toEqual([PHONE, `you said ${PHONE}`]);
    expect(heard[1]).toEqual(sent[0]);
    expect(getTexts((await log.readAfter('c1', 0)).activities)).toEqual([MASK, `you said ${MASK}`]);
    expect(JSON.stringify(await eventLog.read('conversation/c1'))).not.toContain(PHONE);
  });

  it('tells followers in order, of their conversation, until they stop', async () => {
    const heard: unknown[] = [];
    const stop = log.follow('c1', ({ position, direction }) => heard.push([position, direction]));
    await Promise.all([
      log.recordIncoming('c1', describeMessage('1')),
      log.recordIncoming('c2', describeMessage('unheard')),
      log.recordOutgoing('c1', [describeMessage('2'), describeMessage('3')], { completes: 'id-1' }),
      log.recordIncoming('c1', describeMessage('4')),
    ]);
    stop();
    stop();
    await log.recordIncoming('c1', describeMessage('unheard'));
    expect(heard).toEqual([
      [1, 'incoming'],
      [2, 'outgoing'],
      [3, 'outgoing'],
      [5, 'incoming'],
    ]);
  });

  it('reads on from a position, marks counted but not shown', async () => {
    const { activity } = await log.recordIncoming('c1', describeMessage('q'));
    await log.recordOutgoing('c1', [describeMessage('a')], { completes: activity.id });
    expect(await log.readAfter('c1', 1)).toMatchObject({ activities: [{ position: 2 }], position: 3 });
    expect(await log.readAfter('c1', 3)).toEqual({ activities: [], position: 3 });
    expect(await log.readAfter('c1', 99)).toEqual({ activities: [], position: 3 });
  });

  it('gives unfinished turns back as they were typed, and forgets the words with the turn', async () => {
    const turns = await Promise.all(
      ['a', 'b', 'c'].map((key) => log.recordIncoming('c1', describeMessage(PHONE + key, key))),
    );
    await log.recordOutgoing('c1', [], { completes: turns[1]!.activity.id });
    const restarted = createLog();
    expect(await restarted.readUnanswered('c1')).toEqual([turns[0]!.activity, turns[2]!.activity]);
    for (const { activity } of turns) await restarted.recordOutgoing('c1', [], { completes: activity.id });
    expect(await restarted.readUnanswered('c1')).toEqual([]);
    expect(pendingActivities.kept.size).toBe(0);
  });

  it('gives unfinished turns back masked where the words were not kept', async () => {
    await log.recordIncoming('c1', describeMessage(PHONE));
    pendingActivities.kept.clear();
    expect(await log.readUnanswered('c1')).toMatchObject([{ text: MASK, timestamp: NOW }]);
  });

  it('finds the conversations a dead process left, and clears words of no turn', async () => {
    const done = await log.recordIncoming('done', describeMessage('x'));
    await log.recordIncoming('open', describeMessage('1'));
    await log.recordIncoming('open', describeMessage('2'));
    await log.recordOutgoing('done', [], { completes: done.activity.id });
    await pendingActivities.keep(
      { conversationId: 'done', activityId: done.activity.id },
      describeMessage('left'),
    );
    await pendingActivities.keep(
      { conversationId: 'new', activityId: 'never recorded' },
      describeMessage('left'),
    );
    const found = [];
    for await (const id of createLog().listInterrupted()) found.push(id);
    expect(found).toEqual(['open']);
    expect([...pendingActivities.kept.values()].map(({ turn }) => turn.conversationId)).toEqual([
      'open',
      'open',
    ]);
  });

  it('keeps no words of an activity that could not be recorded', async () => {
    eventLog.append = () => Promise.reject(new RedeyeError('storage.unavailable'));
    await expect(log.recordIncoming('c1', describeMessage(PHONE))).rejects.toThrow('storage.unavailable');
    expect(pendingActivities.kept.size).toBe(0);
  });

  it('does not read the whole conversation to recognise an activity', async () => {
    for (let count = 0; count < 300; count += 1)
      await log.recordIncoming('c1', describeMessage('x', String(count)));
    eventLog.read = () => Promise.reject(new Error('read everything'));
    const counts: number[] = [];
    const readLast = eventLog.readLast.bind(eventLog);
    eventLog.readLast = (stream, count) => {
      counts.push(count);
      return readLast(stream, count);
    };
    for (const each of [log, createLog()]) {
      expect(await each.recordIncoming('c1', describeMessage('x', '299'))).toMatchObject({ duplicate: true });
    }
    await log.recordIncoming('c1', describeMessage('x', 'new'));
    expect(counts.length).toBeLessThanOrEqual(3);
    expect(Math.max(...counts)).toBeLessThan(100);
  });

  it('shows followers and readers the same, once each, whatever the order of things', async () => {
    const arbitraryActions = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('in' as const), key: fc.nat(5), process: fc.nat(1) }),
        fc.record({ kind: fc.constant('out' as const), count: fc.nat(3), process: fc.nat(1) }),
      ),
      { maxLength: 25 },
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryActions, async (actions) => {
        run += 1;
        const id = `run-${String(run)}`;
        const logs = [createLog(), createLog()];
        const heard: LoggedActivity[][] = [[], []];
        logs.forEach((each, index) => each.follow(id, (logged) => heard[index]!.push(logged)));
        const results = await Promise.all(
          actions.map((action) => {
            const each = logs[action.process]!;
            return action.kind === 'in'
              ? each.recordIncoming(id, describeMessage('x', String(action.key)))
              : each.recordOutgoing(
                  id,
                  Array<Partial<Activity>>(action.count).fill({ type: 'message', text: 'y' }),
                );
          }),
        );
        const { activities } = await createLog().readAfter(id, 0);
        expect(heard).toEqual([activities, activities]);
        const firsts = results.flatMap((result) =>
          'duplicate' in result && !result.duplicate ? [result] : [],
        );
        const keys = new Set(actions.flatMap((action) => (action.kind === 'in' ? [action.key] : [])));
        expect(firsts).toHaveLength(keys.size);
        expect(await createLog().readUnanswered(id)).toHaveLength(keys.size);
      }),
    );
  });
});
