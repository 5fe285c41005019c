import { describe, expect, it } from '@jest/globals';
import { DESK_HOST_KIND } from '../../../bot/desk/deskHost.js';
import { openFloor } from '../../../bot/desk/openFloor.js';
import type { AgendaEntry } from '../../../services/agenda.js';
import { MemoryAgenda } from '../../contracts/memoryAgenda.js';
import { MemoryEventLog } from '../../contracts/memoryEventLog.js';
import { SettableClock } from '../../conversations/settableClock.js';

const LOG = { error: () => undefined };
const MINUTE_MS = 60_000;
const LI = { id: 'li', name: 'Li', languages: ['en'], skills: [], role: 'agent', capacity: 4 } as const;

/** Processes on the same records. */
function openProcesses() {
  const clock = new SettableClock(new Date('2026-11-22T08:00:00Z'));
  const agenda = new MemoryAgenda();
  const eventLog = new MemoryEventLog();
  let ids = 0;
  const createId = () => `id-${String((ids += 1))}`;
  const open = () => openFloor({ eventLog, agenda, clock, createId, isShared: true, log: LOG });
  const takeDue = async (): Promise<AgendaEntry[]> => agenda.takeDue(clock.now(), 10);
  return { clock, agenda, open, takeDue };
}

describe('a process that looks after agents', () => {
  it('is found dead by another one, which sends its agents off duty and their chats to the queue', async () => {
    const { clock, open, takeDue } = openProcesses();
    const [dying, living] = [open(), open()];
    await dying.deskHost.arrive(LI);
    await dying.floor.request({
      conversation: 'a',
      reference: {},
      language: 'en',
      topic: 'handoff',
      reason: 'asked',
      priority: 'normal',
    });
    await dying.floor.take({ type: 'take', agent: 'li' });
    clock.pass(MINUTE_MS - 1);
    expect(await takeDue()).toEqual([]);
    clock.pass(1);
    const [entry] = await takeDue();
    expect(entry).toMatchObject({ kind: DESK_HOST_KIND });
    expect(await living.deskHost.handle(entry!)).toBeUndefined();
    const floor = await living.floor.readFloor();
    expect(floor.agents).toEqual({});
    expect(Object.values(floor.handoffs)).toMatchObject([{ conversation: 'a', atHead: true }]);
    expect(Object.values(floor.handoffs)[0]?.lease).toBeUndefined();
    expect(floor.untold.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['returned']));
  });

  it('keeps agents who have come to another one since', async () => {
    const { clock, open, takeDue } = openProcesses();
    const [dying, living] = [open(), open()];
    await dying.deskHost.arrive(LI);
    await living.deskHost.arrive(LI);
    clock.pass(MINUTE_MS);
    for (const entry of await takeDue()) await living.deskHost.handle(entry);
    expect((await living.floor.readFloor()).agents).toHaveProperty('li');
  });

  it('is not its own judge: it only says again that it lives', async () => {
    const { clock, open, takeDue } = openProcesses();
    const living = open();
    await living.deskHost.arrive(LI);
    clock.pass(MINUTE_MS);
    const [entry] = await takeDue();
    expect(await living.deskHost.handle(entry!)).toEqual(new Date(clock.now().getTime() + MINUTE_MS));
    expect((await living.floor.readFloor()).agents).toHaveProperty('li');
  });

  it('brings agents back as they left', async () => {
    const { open } = openProcesses();
    const { deskHost, floor } = open();
    await deskHost.arrive(LI);
    await floor.act({
      type: 'adjust',
      agent: 'li',
      change: { status: 'away', capacity: 2, takesAssigned: true },
    });
    await deskHost.arrive(LI);
    expect((await floor.readFloor()).agents['li']).toMatchObject({
      status: 'away',
      capacity: 2,
      takesAssigned: true,
    });
  });
});
