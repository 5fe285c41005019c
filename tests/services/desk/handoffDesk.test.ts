import { beforeEach, describe, expect, it } from '@jest/globals';
import { FloorJournal } from '../../../services/desk/floorJournal.js';
import { HandoffDesk } from '../../../services/desk/handoffDesk.js';
import type { HandoffRequest } from '../../../services/desk/handoffs.js';
import { MemoryEventLog } from '../../contracts/memoryEventLog.js';
import { SettableClock } from '../../conversations/settableClock.js';
import { at, describeAgent, RULES } from './floors.js';

const REQUEST: HandoffRequest = {
  conversation: 'web-1',
  reference: { user: '1' },
  language: 'zh-Hans',
  topic: 'faq:baggage.lost',
  reason: 'asked',
  priority: 'normal',
};

describe('the service’s own desk', () => {
  let desk: HandoffDesk;

  beforeEach(async () => {
    let ids = 0;
    const clock = new SettableClock(at(0));
    const parts = { clock, createId: () => `id${String((ids += 1))}`, rules: RULES };
    const journal = new FloorJournal({ ...parts, eventLog: new MemoryEventLog() });
    desk = new HandoffDesk({ ...parts, journal });
    await desk.act({ type: 'arrive', agent: describeAgent('li', { skills: ['baggage'] }) });
    await desk.act({ type: 'arrive', agent: describeAgent('boss', { role: 'supervisor' }) });
  });

  it('asks for the skill behind what was spoken of', async () => {
    await desk.request(REQUEST);
    expect(Object.values(desk.getFloor().handoffs)).toMatchObject([
      { skill: 'baggage', reference: { user: '1' } },
    ]);
  });

  it('returns the chat taken with its lease, and the same one when it is taken over again', async () => {
    await desk.request(REQUEST);
    const taken = await desk.take({ type: 'take', agent: 'li' });
    expect(taken).toMatchObject({ conversation: 'web-1', lease: { agent: 'li' } });
    const over = await desk.take({ type: 'take-over', agent: 'boss', handoff: taken.id });
    expect(await desk.take({ type: 'take-over', agent: 'boss', handoff: taken.id })).toEqual(over);
  });

  it('returns the one whose turn it is', async () => {
    await desk.request(REQUEST);
    await desk.request({ ...REQUEST, conversation: 'web-2', priority: 'assistance' });
    const taken = await desk.take({ type: 'take', agent: 'li' });
    expect(taken.conversation).toBe('web-2');
  });

  it('lets nobody speak whose lease is another’s by now, or of a talk that is over', async () => {
    await desk.request(REQUEST);
    const taken = await desk.take({ type: 'take', agent: 'li' });
    expect(await desk.checkLease(taken.id, taken.lease.token)).toEqual(taken);
    expect(await desk.findHeld('web-1')).toEqual(taken);
    const over = await desk.take({ type: 'take-over', agent: 'boss', handoff: taken.id });
    const lost = { code: 'desk.lease-lost' };
    await expect(desk.checkLease(taken.id, taken.lease.token)).rejects.toMatchObject(lost);
    await desk.leave('web-1');
    await expect(desk.checkLease(over.id, over.lease.token)).rejects.toMatchObject(lost);
    await expect(desk.checkLease('constructor', 'x')).rejects.toMatchObject(lost);
    expect(await desk.findHeld('web-1')).toBeUndefined();
  });

  it('keeps what is to be told until it is told, and tells who listens of every change', async () => {
    const heard: string[] = [];
    desk.onChange(({ events }) => heard.push(...events.map(({ type }) => type)));
    await desk.request(REQUEST);
    await desk.take({ type: 'take', agent: 'li' });
    const [notice] = await desk.listUntold();
    expect(notice).toMatchObject({ kind: 'joined', agentName: 'LI', handoff: { conversation: 'web-1' } });
    await desk.noteTold(notice!.id);
    await desk.noteTold(notice!.id);
    expect(await desk.listUntold()).toEqual([]);
    expect(heard).toEqual(['handoff-opened', 'chat-taken', 'passenger-told']);
  });
});
