import { expect } from '@jest/globals';
import type { FloorOccasion } from '../../../services/desk/floorOccasion.js';
import { decideFloor } from '../../../services/desk/decideFloor.js';
import { evolveFloor } from '../../../services/desk/evolveFloor.js';
import { EMPTY_FLOOR, type Floor, type FloorAgent, type FloorRules } from '../../../services/desk/floor.js';
import type { FloorCommand } from '../../../services/desk/floorCommand.js';
import type { Handoff } from '../../../services/desk/handoff.js';

export const MINUTE_MS = 60_000;
export const RULES: FloorRules = { longWaitMs: 10 * MINUTE_MS, returnWithinMs: 24 * 60 * MINUTE_MS };
const START = Date.parse('2026-11-22T08:00:00.000Z');

/** A moment, in minutes after the tests' beginning. */
export function at(minutes: number): Date {
  return new Date(START + minutes * MINUTE_MS);
}

export function describeAgent(id: string, given: Partial<FloorAgent> = {}): Omit<FloorAgent, 'idleSince'> {
  return {
    id,
    name: id.toUpperCase(),
    languages: ['en', 'zh'],
    skills: [],
    role: 'agent',
    capacity: 3,
    status: 'available',
    takesAssigned: false,
    host: 'h1',
    ...given,
  };
}

type Asked = Extract<FloorCommand, { type: 'open' }>['handoff'];

export function describeHandoff(id: string, given: Partial<Handoff> = {}): Asked {
  return {
    id,
    conversation: `web-${id}`,
    reference: { user: id },
    language: 'en',
    topic: 'handoff',
    reason: 'asked',
    priority: 'normal',
    ...given,
  };
}

/** A floor that commands are given to one after another, each at its minute. */
export class TestFloor {
  floor: Floor = EMPTY_FLOOR;
  private ids = 0;

  constructor(private readonly rules: FloorRules = RULES) {}

  act(minute: number, command: FloorCommand): Floor {
    const occasion: FloorOccasion = {
      now: at(minute),
      createId: () => `t${String((this.ids += 1))}`,
      rules: this.rules,
    };
    this.floor = decideFloor(command, this.floor, occasion).reduce(evolveFloor, this.floor);
    return this.floor;
  }

  open(minute: number, id: string, given: Partial<Handoff> = {}): void {
    this.act(minute, { type: 'open', handoff: describeHandoff(id, given) });
  }

  arrive(minute: number, id: string, given: Partial<FloorAgent> = {}): void {
    this.act(minute, { type: 'arrive', agent: describeAgent(id, given) });
  }

  take(minute: number, agent: string, handoff?: string): void {
    this.act(minute, { type: 'take', agent, ...(handoff !== undefined && { handoff }) });
  }

  /** What an agent shows with a command about a chat. */
  show(handoff: string): { handoff: string; token: string } {
    return { handoff, token: this.floor.handoffs[handoff]!.lease!.token };
  }

  /** Who holds what, as `chat:agent`, and who waits, as `chat`. */
  describe(): string {
    return Object.values(this.floor.handoffs)
      .map(({ id, lease }) => (lease ? `${id}:${lease.agent}` : id))
      .sort()
      .join(' ');
  }

  listNotices(): string[] {
    return this.floor.untold.map(({ kind, handoff, agentName }) => `${kind} ${handoff.id} ${agentName}`);
  }
}

/** With these agents on duty since minute 0. */
export function openFloor(...agents: string[]): TestFloor {
  const floor = new TestFloor();
  for (const agent of agents) floor.arrive(0, agent);
  return floor;
}

/** The command is refused with this code, and nothing of it done. */
export function expectRefusal(floor: TestFloor, command: FloorCommand, code: string): void {
  const before = floor.floor;
  expect(() => floor.act(9, command)).toThrow(expect.objectContaining({ code }));
  expect(floor.floor).toBe(before);
}
