import { describe, expect, it } from '@jest/globals';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { evolveFloor } from '../../../services/desk/evolveFloor.js';
import { EMPTY_FLOOR, type Floor } from '../../../services/desk/floor.js';
import type { FloorEvent } from '../../../services/desk/floorEvent.js';
import { nameSegment } from '../../../services/desk/floorSegment.js';
import { rankQueue } from '../../../services/desk/floorQueue.js';
import type { EventLog, StoredEvent } from '../../../services/eventLog.js';
import { findMisplacedTake } from './queueOracle.js';
import { describeAgent, RULES } from './floors.js';
import { schedule, type Step } from './schedules.js';
import { MACHINERY, Simulation } from './simulation.js';

const RUNS = 1000;

/** Every event there ever was, from the first segment on. */
async function readWhole(log: EventLog): Promise<FloorEvent[]> {
  const whole: StoredEvent[] = [];
  for (let segment = 1; ; segment += 1) {
    const stored = await log.read(nameSegment(segment));
    if (stored.length === 0) break;
    whole.push(...stored);
  }
  return whole.filter(({ type }) => !MACHINERY.includes(type)) as unknown as FloorEvent[];
}

/**
 * Compared by hand, as this is done after every round of a thousand schedules: `expect` costs more than all that it
 * looks at here, and is only asked once something is wrong.
 */
function checkFloor(floor: Floor, now: Date): void {
  const handoffs = Object.values(floor.handoffs);
  const conversations = handoffs.map(({ conversation }) => conversation);
  const distinct = new Set(conversations).size;
  if (distinct !== conversations.length) expect(distinct).toBe(conversations.length);
  const waiting = handoffs.filter(({ lease }) => !lease).map(({ id }) => id);
  const ranked = rankQueue(floor, now, RULES).map(({ id }) => id);
  const [waitingIds, rankedIds] = [waiting.sort().join(), ranked.sort().join()];
  if (rankedIds !== waitingIds) expect(rankedIds).toBe(waitingIds);
  for (const agent of Object.values(floor.agents)) {
    const { length } = handoffs.filter(({ lease }) => lease?.agent === agent.id);
    if (!(length <= agent.capacity)) expect(length).toBeLessThanOrEqual(agent.capacity);
  }
  for (const { lease } of handoffs) {
    if (lease && !Object.hasOwn(floor.agents, lease.agent)) {
      expect(Object.keys(floor.agents)).toContain(lease.agent);
    }
  }
}

/** Folded without the journal, by the events alone. */
function checkHistory(events: readonly FloorEvent[], floor: Floor): void {
  expect(events.reduce(evolveFloor, EMPTY_FLOOR)).toEqual(floor);
  const tokens = events.flatMap((event) => (event.type === 'chat-taken' ? [event.data.lease.token] : []));
  expect(new Set(tokens).size).toBe(tokens.length);
  const opened = events.flatMap((event) => (event.type === 'handoff-opened' ? [event.data.handoff.id] : []));
  const gone = events.flatMap((event) =>
    event.type === 'handoff-left' || event.type === 'chat-ended' ? [event.data.handoff] : [],
  );
  expect([...gone, ...Object.keys(floor.handoffs)].sort()).toEqual(opened.sort());
  const left = new Set(
    events.flatMap((event) => (event.type === 'handoff-left' ? [event.data.handoff] : [])),
  );
  const tellable = events.filter(
    (event) =>
      (event.type === 'chat-taken' || event.type === 'chat-returned' || event.type === 'chat-ended') &&
      !left.has(event.data.handoff),
  );
  const toldIds = events.flatMap((event) => (event.type === 'passenger-told' ? [event.data.notice] : []));
  expect(new Set(toldIds).size).toBe(toldIds.length);
  const toldOfOthers = toldIds.filter((id) => !left.has(id.replace(/-\d+$/, '')));
  expect(toldOfOthers.length + floor.untold.length).toBe(tellable.length);
}

async function checkLeases(simulation: Simulation, floor: Floor): Promise<void> {
  for (const [token, handoff] of [...simulation.tokens].slice(-3)) {
    const passes = await simulation
      .getDesk(1)
      .checkLease(handoff, token)
      .then(
        () => true,
        () => false,
      );
    const holds = floor.handoffs[handoff]?.lease?.token === token;
    if (passes !== holds) expect(passes).toBe(holds);
  }
}

async function runAlone(simulation: Simulation, step: Step): Promise<void> {
  const before = await simulation.readFloor(step.on);
  const known = simulation.events.length;
  await simulation.run(step);
  const first = simulation.events[known] as unknown as FloorEvent | undefined;
  if (step.do === 'take' && first?.type === 'chat-taken') {
    expect(
      findMisplacedTake(before, first.data.handoff, first.data.lease.agent, simulation.now),
    ).toBeUndefined();
  }
  if (step.do === 'ask') {
    const { handoffs } = await simulation.readFloor(step.on);
    expect(Object.values(handoffs).map(({ conversation }) => conversation)).toContain(
      `c${String(step.which)}`,
    );
  }
  if (step.do === 'watch') expect(await simulation.listOverdue(step.on)).toEqual([]);
}

/** All who still wait or talk are served to the end, and whatever is to be told is told. */
async function serveAll(simulation: Simulation): Promise<void> {
  await simulation.buryDeadHosts();
  const desk = simulation.getDesk(0);
  const agent = describeAgent('last', { role: 'supervisor', capacity: 50, host: 'last' });
  await desk.act({ type: 'arrive', agent });
  for (const { id } of Object.values((await desk.readFloor()).handoffs)) {
    const { lease } = await desk.take({ type: 'take-over', agent: 'last', handoff: id });
    await desk.act({ type: 'end', handoff: id, token: lease.token, disposition: 'solved' });
  }
  for (const { id } of await desk.listUntold()) await desk.noteTold(id);
}

describe('the floor under any schedule, on two processes', () => {
  it('loses nobody, doubles nothing, lets one speak at a time, and keeps the order', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async ({ rounds, delays }) => {
        const simulation = new Simulation(delays);
        for (const round of rounds) {
          if (round.length === 1) await runAlone(simulation, round[0]!);
          else await Promise.all(round.map((step) => simulation.run(step)));
          const floor = await simulation.readFloor(0);
          await checkLeases(simulation, floor);
          // Far faster than `toEqual`, which tells the difference only once there is one.
          const other = await simulation.readFloor(1);
          if (!isDeepStrictEqual(other, floor)) expect(other).toEqual(floor);
          checkFloor(floor, simulation.now);
        }
        const floor = await simulation.readFloor(0);
        checkHistory(await readWhole(simulation.memory), floor);
        await serveAll(simulation);
        const served = await simulation.readFloor(1);
        expect([served.handoffs, served.untold]).toEqual([{}, []]);
        checkHistory(await readWhole(simulation.memory), served);
      }),
      { numRuns: RUNS },
    );
  }, 240_000);
});
