import {
  beginAttention,
  findOverdue,
  forgetGone,
  noteAnswered,
  noteConnected,
  noteDisconnected,
  noteRead,
  noteSaid,
  type Attention,
} from '../../../services/desk/attention.js';
import type { Floor } from '../../../services/desk/floor.js';
import { FloorJournal } from '../../../services/desk/floorJournal.js';
import { HandoffDesk } from '../../../services/desk/handoffDesk.js';
import { RedeyeError } from '../../../services/errors.js';
import type { StoredEvent } from '../../../services/eventLog.js';
import { MemoryEventLog } from '../../contracts/memoryEventLog.js';
import { RULES } from './floors.js';
import type { Step } from './schedules.js';
import { UnevenLog } from './unevenLog.js';

const LIMITS = { graceMs: 20_000, silenceMs: 180_000 };
export const MACHINERY = ['floor-carried', 'segment-closed'];
const AGENTS = [
  { id: 'ann', languages: ['en'], skills: ['baggage'], role: 'agent' },
  { id: 'bo', languages: ['zh'], skills: [], role: 'agent' },
  { id: 'cai', languages: ['en', 'zh'], skills: ['flights', 'booking'], role: 'agent' },
  { id: 'sue', languages: ['en', 'zh'], skills: [], role: 'supervisor' },
] as const;

interface Process {
  readonly host: string;
  readonly journal: FloorJournal;
  readonly desk: HandoffDesk;
  attention: Attention;
}

/** Two processes of the service on one log, their agents and passengers; all of it follows a schedule's steps. */
export class Simulation {
  readonly memory = new MemoryEventLog();
  readonly tokens = new Map<string, string>();
  /** As the log told of them. */
  readonly events: StoredEvent[] = [];
  /** Hosts whose process is gone, and whose agents nobody watches. */
  private readonly deadHosts: string[] = [];
  private readonly processes: [Process, Process];
  private time = Date.parse('2026-11-22T08:00:00.000Z');
  private position = 0;
  private ids = 0;

  constructor(private readonly delays: readonly number[]) {
    this.memory.subscribe((stored) => {
      this.events.push(...stored.filter(({ type }) => !MACHINERY.includes(type)));
    });
    this.processes = [this.start(0), this.start(1)];
  }

  get now(): Date {
    return new Date(this.time);
  }

  /** The floor as a process sees it that has everything. */
  readFloor(index: 0 | 1 = 0): Promise<Floor> {
    return this.processes[index].desk.readFloor();
  }

  getDesk(index: 0 | 1): HandoffDesk {
    return this.processes[index].desk;
  }

  /** Does a step; whatever the desk refuses, it refused. Everything else is a failure. */
  async run(step: Step): Promise<void> {
    try {
      await this.carryOut(step);
    } catch (error) {
      if (!(error instanceof RedeyeError) || !error.code.startsWith('desk.')) throw error;
    }
    for (const { id, lease } of Object.values((await this.readFloor(step.on)).handoffs)) {
      if (lease) this.tokens.set(lease.token, id);
    }
  }

  /** What the watch of each process would still do. */
  async listOverdue(index: 0 | 1): Promise<unknown[]> {
    const { host, attention } = this.processes[index];
    return findOverdue(attention, await this.readFloor(index), host, this.now, LIMITS);
  }

  /** The agents of processes that are gone go off duty, as the agenda sees to. */
  async buryDeadHosts(): Promise<void> {
    for (const host of this.deadHosts.splice(0)) {
      const { agents } = await this.readFloor();
      for (const { id } of Object.values(agents).filter((agent) => agent.host === host)) {
        await this.getDesk(0).act({ type: 'depart', agent: id, reason: 'disconnected', host });
      }
    }
  }

  private async carryOut(step: Step): Promise<void> {
    const process = this.processes[step.on];
    const { desk } = process;
    const agent = AGENTS[step.who % AGENTS.length]!;
    switch (step.do) {
      case 'ask':
        await desk.request({
          conversation: `c${String(step.which)}`,
          reference: { nested: [step.which] },
          language: step.flag ? 'zh-Hans' : 'en',
          topic: ['handoff', 'faq:baggage.x', 'dialog:flight-status'][step.who % 3]!,
          reason: 'asked',
          priority: (['normal', 'normal', 'assistance', 'emergency'] as const)[step.who % 4]!,
        });
        return;
      case 'leave':
        await desk.leave(`c${String(step.which)}`);
        return;
      case 'arrive':
        process.attention = noteConnected(process.attention, agent.id, this.now);
        await desk.act({
          type: 'arrive',
          agent: {
            ...agent,
            name: agent.id,
            capacity: 1 + (step.which % 3),
            status: 'available',
            takesAssigned: step.flag,
            host: process.host,
          },
        });
        return;
      case 'sign-out':
        await desk.act({ type: 'depart', agent: agent.id, reason: 'signed-out' });
        return;
      case 'adjust':
        await desk.act({
          type: 'adjust',
          agent: agent.id,
          change: step.flag
            ? { capacity: 1 + (step.which % 3) }
            : { status: step.which % 2 === 0 ? 'away' : 'available', takesAssigned: step.which % 3 === 0 },
        });
        return;
      case 'take':
        await desk.take({ type: 'take', agent: agent.id });
        return;
      case 'take-named':
        await desk.take({
          type: step.flag ? 'take-over' : 'take',
          agent: step.who % 3 === 0 ? agent.id : 'sue',
          handoff: this.choose(Object.keys(desk.getFloor().handoffs), step.which) ?? 'constructor',
        });
        return;
      case 'transfer':
      case 'end':
      case 'fall-silent':
        await this.useLease(step);
        return;
      case 'say':
      case 'read':
      case 'answer':
        this.exchange(step);
        return;
      case 'disconnect':
        process.attention = noteDisconnected(process.attention, agent.id, this.now);
        return;
      case 'watch':
        await this.watch(process);
        return;
      case 'tell': {
        const [notice] = await desk.listUntold();
        if (notice) await desk.noteTold(notice.id);
        return;
      }
      case 'pass-time':
        this.time += [1_000, 25_000, 200_000, -40_000, 7_200_000, -7_200_000, 90_000_000][step.which % 7]!;
        return;
      case 'restart':
        this.deadHosts.push(process.host);
        process.journal.close();
        this.processes[step.on] = this.start(step.on);
        return;
      case 'bury':
        await this.buryDeadHosts();
    }
  }

  /** With the token of now or, by the step's flag, with any there ever was. */
  private async useLease(step: Step): Promise<void> {
    const { desk } = this.processes[step.on];
    const held = Object.values(desk.getFloor().handoffs).flatMap(({ id, lease }) =>
      lease ? [[lease.token, id] as const] : [],
    );
    const chosen = this.choose(step.flag && step.who % 2 === 0 ? [...this.tokens] : held, step.which);
    if (!chosen) return;
    const [token, handoff] = chosen;
    if (step.do === 'end') await desk.act({ type: 'end', handoff, token, disposition: 'solved' });
    else if (step.do === 'fall-silent') await desk.act({ type: 'return', handoff, token, reason: 'silent' });
    else {
      const destinations = [
        { kind: 'queue' },
        { kind: 'skill', skill: 'baggage' },
        { kind: 'agent', agent: AGENTS[step.who % AGENTS.length]!.id },
      ] as const;
      await desk.act({ type: 'transfer', handoff, token, to: destinations[step.which % 3]! });
    }
  }

  private exchange(step: Step): void {
    const process = this.processes[step.on];
    const held = Object.values(process.desk.getFloor().handoffs).flatMap(({ lease }) => lease ?? []);
    const lease = this.choose(held, step.which);
    if (!lease) return;
    this.position += 1;
    const position = this.position;
    if (step.do === 'say') {
      process.attention = noteSaid(process.attention, lease.token, position, this.now);
    } else if (step.do === 'read') {
      process.attention = noteRead(process.attention, lease.token, position);
    } else {
      process.attention = noteAnswered(process.attention, lease.token, position);
    }
  }

  private async watch(process: Process): Promise<void> {
    const floor = await process.desk.readFloor();
    process.attention = forgetGone(process.attention, floor);
    for (const command of findOverdue(process.attention, floor, process.host, this.now, LIMITS)) {
      await process.desk.act(command);
    }
  }

  /** The second process hears nothing of what the first one does, and has to look. */
  private start(index: 0 | 1): Process {
    this.ids += 1;
    const host = `host${String(this.ids)}`;
    const parts = {
      clock: { now: () => this.now },
      createId: () => `id${String((this.ids += 1))}`,
      rules: RULES,
    };
    const eventLog = new UnevenLog(this.memory, this.delays, index === 0);
    const journal = new FloorJournal({ ...parts, eventLog, segmentEvents: 7 });
    return {
      host,
      journal,
      desk: new HandoffDesk({ ...parts, journal }),
      attention: beginAttention(this.now),
    };
  }

  private choose<T>(from: readonly T[], which: number): T | undefined {
    return from[which % Math.max(1, from.length)];
  }
}
