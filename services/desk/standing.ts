import type { Floor, FloorRules } from './floor.js';
import {
  countLoads,
  findAgent,
  findOpen,
  getWaitingSince,
  hasRoom,
  isHeld,
  rankQueue,
} from './floorQueue.js';
import type { Staffing, Standing } from './handoffs.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const FEWEST_TAKES = 3;

/** Where a conversation's passenger stands now. */
export function describeStanding(
  floor: Floor,
  conversation: string,
  now: Date,
  rules: Pick<FloorRules, 'longWaitMs'>,
): Standing {
  const handoff = findOpen(floor, conversation);
  const staffing = assessStaffing(floor);
  if (!handoff) return { kind: 'none', staffing };
  if (handoff.lease) {
    const agentName = findAgent(floor, handoff.lease.agent)?.name ?? handoff.lease.agent;
    return { kind: 'held', handoff: handoff.id, agentName };
  }
  const position = rankQueue(floor, now, rules).findIndex(({ id }) => id === handoff.id) + 1;
  const expectedMinutes = estimateWait(floor, position, now);
  const expected = expectedMinutes === undefined ? {} : { expectedMinutes };
  return { kind: 'waiting', handoff: handoff.id, position, ...expected, staffing };
}

/** Agents who are away count as not there. */
function assessStaffing(floor: Floor): Staffing {
  const available = Object.values(floor.agents).filter(({ status }) => status === 'available');
  if (available.length === 0) return 'none';
  const loads = countLoads(floor);
  return available.some((agent) => hasRoom(agent, loads)) ? 'free' : 'busy';
}

/**
 * Whole minutes, at least 1, until the passenger at `position` (1: next) is taken; undefined with fewer than three
 * takes within the hour before `now`. Each place costs the mean interval between takes, the time since the last one
 * included, so that the estimate grows while nothing moves. With few passengers, intervals tell how seldom somebody
 * asks and not how long they wait: so a place costs no more than the mean wait of those taken, or the longest of those
 * who wait now.
 */
export function estimateWait(floor: Floor, position: number, now: Date): number | undefined {
  const moment = now.getTime();
  const takes = floor.takes.filter(({ at }) => Math.abs(moment - Date.parse(at)) <= HOUR_MS);
  if (takes.length < FEWEST_TAKES) return undefined;
  const first = Math.min(...takes.map(({ at }) => Date.parse(at)));
  const interval = Math.max(0, moment - first) / (takes.length - 1);
  const meanWait = takes.reduce((sum, { waitedMs }) => sum + waitedMs, 0) / takes.length;
  const waiting = Object.values(floor.handoffs).filter((handoff) => !isHeld(handoff));
  const longestWait = Math.max(0, ...waiting.map((handoff) => moment - getWaitingSince(floor, handoff)));
  const cost = Math.min(interval, Math.max(meanWait, longestWait));
  return Math.max(1, Math.ceil((position * cost) / MINUTE_MS));
}
