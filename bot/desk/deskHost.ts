import type { Logger } from 'pino';
import type { Agenda, AgendaEntry } from '../../services/agenda.js';
import type { Clock } from '../../services/clock.js';
import type { FloorAgent } from '../../services/desk/floor.js';
import { findAgent } from '../../services/desk/floorQueue.js';
import type { HandoffDesk } from '../../services/desk/handoffDesk.js';

export const DESK_HOST_KIND = 'desk-host';

export interface DeskHostParts {
  /** Names this process among those that share the floor. */
  readonly host: string;
  readonly floor: Pick<HandoffDesk, 'getFloor' | 'readFloor' | 'act'>;
  readonly agenda: Pick<Agenda, 'schedule'>;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'error'>;
}

const BEAT_MS = 20_000;
const DEAD_MS = 60_000;

/** Whoever signs in, as their account has it. */
type Arriving = Pick<FloorAgent, 'id' | 'name' | 'role' | 'capacity' | 'languages' | 'skills'>;

/**
 * Keeps agents on duty at this process, and says every twenty seconds that it lives. When it has not for a minute, any
 * process that finds that in the agenda sends its agents off duty, and their chats back to the queue.
 */
export class DeskHost {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: DeskHostParts) {}

  start(): void {
    this.timer ??= setInterval(() => void this.beat(), BEAT_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** Comes on duty, or comes back: what they held is still theirs, and they are as they left. */
  async arrive({ id, name, languages, skills, role, capacity }: Arriving): Promise<void> {
    const { floor, host } = this.parts;
    // First: a process that dies in between is noticed.
    await this.sayAlive();
    const known = findAgent(await floor.readFloor(), id);
    await floor.act({
      type: 'arrive',
      agent: {
        id,
        name,
        languages,
        skills,
        role,
        capacity: known?.capacity ?? capacity,
        status: known?.status ?? 'available',
        takesAssigned: known?.takesAssigned ?? false,
        host,
      },
    });
  }

  /** What the agenda hands out about any process: that it has not said for a minute that it lives. */
  async handle({ data }: Pick<AgendaEntry, 'data'>): Promise<Date | undefined> {
    const { floor, clock, host: own } = this.parts;
    const host = typeof data === 'string' ? data : '';
    if (host === own) return new Date(clock.now().getTime() + DEAD_MS);
    const agents = Object.values((await floor.readFloor()).agents).filter((agent) => agent.host === host);
    for (const { id } of agents) await floor.act({ type: 'depart', agent: id, reason: 'disconnected', host });
    return undefined;
  }

  private async beat(): Promise<void> {
    const { floor, host, log } = this.parts;
    const hasAgents = Object.values(floor.getFloor().agents).some((agent) => agent.host === host);
    if (!hasAgents) return;
    try {
      await this.sayAlive();
    } catch (error) {
      log.error({ err: error }, 'that this process lives could not be kept');
    }
  }

  private async sayAlive(): Promise<void> {
    const { agenda, clock, host } = this.parts;
    const due = new Date(clock.now().getTime() + DEAD_MS);
    await agenda.schedule({ key: `${DESK_HOST_KIND}/${host}`, kind: DESK_HOST_KIND, due, data: host });
  }
}
