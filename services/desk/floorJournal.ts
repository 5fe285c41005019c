import { Mutex } from 'async-mutex';
import type { Clock } from '../clock.js';
import { RedeyeError } from '../errors.js';
import type { EventLog, StoredEvent } from '../eventLog.js';
import { decideFloor } from './decideFloor.js';
import { evolveFloor } from './evolveFloor.js';
import type { Floor, FloorRules } from './floor.js';
import type { FloorCommand } from './floorCommand.js';
import type { FloorEvent } from './floorEvent.js';
import {
  advancePosition,
  describeAppend,
  FLOOR_KIND,
  FLOOR_START,
  nameSegment,
  parseSegment,
  type FloorPosition,
} from './floorSegment.js';

const SEGMENT_EVENTS = 1000;
/** With four processes at it, each at every moment, one try in four succeeds. */
const ATTEMPTS = 50;

export interface JournalParts {
  readonly eventLog: EventLog;
  readonly clock: Clock;
  /** Never gives the same twice, in any process. */
  readonly createId: () => string;
  readonly rules: FloorRules;
  /** Events of a segment, about; 1,000 when absent. */
  readonly segmentEvents?: number;
}

/** The floor after a change, and what changed it. */
export interface FloorChange {
  readonly floor: Floor;
  readonly events: readonly FloorEvent[];
}

/**
 * The floor as a stream of events, shared by all processes on the same log: a command is decided on the newest floor
 * and stored only if that still is the newest. The stream is cut into segments that each begin with the whole floor.
 */
export class FloorJournal {
  private position = FLOOR_START;
  private loading: Promise<void> | undefined;
  private isLoaded = false;
  private readonly commands = new Mutex();
  private readonly listeners = new Set<{ call: (change: FloorChange) => void }>();
  private readonly stopHearing: () => void;

  constructor(private readonly parts: JournalParts) {
    this.stopHearing = parts.eventLog.subscribe((stored) => {
      this.hear(stored);
    });
  }

  /** Stops hearing of changes; for the end of the process. */
  close(): void {
    this.stopHearing();
    this.listeners.clear();
  }

  /** The floor as known here, which may be behind what other processes did. */
  getKnown(): Floor {
    return this.position.floor;
  }

  /** The floor with everything that was stored before the call, by whichever process. */
  async readCurrent(): Promise<Floor> {
    await this.catchUp();
    return this.position.floor;
  }

  /**
   * Carries a command out, once it would survive the end of the process. Fails with the command's own `desk.…`, and
   * with `storage.conflict` where other processes were faster again and again.
   */
  act(command: FloorCommand): Promise<FloorChange> {
    return this.commands.runExclusive(async () => {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        await this.catchUp();
        const change = await this.tryCommand(command, this.position);
        if (change) return change;
      }
      throw new RedeyeError('storage.conflict', nameSegment(this.position.segment));
    });
  }

  /** Calls back after each change, this process's own or another's, and returns how to stop that. */
  onChange(call: (change: FloorChange) => void): () => void {
    const listener = { call };
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  private async tryCommand(command: FloorCommand, base: FloorPosition): Promise<FloorChange | undefined> {
    const { clock, createId, rules, eventLog, segmentEvents = SEGMENT_EVENTS } = this.parts;
    const events = decideFloor(command, base.floor, { now: clock.now(), createId, rules });
    if (events.length === 0) return { floor: base.floor, events };
    const { stream, events: appended, expectedVersion } = describeAppend(base, events, segmentEvents);
    try {
      const stored = await eventLog.append(stream, appended, expectedVersion);
      this.advance(stored);
      return { floor: events.reduce(evolveFloor, base.floor), events };
    } catch (error) {
      if (error instanceof RedeyeError && error.code === 'storage.conflict') return undefined;
      throw error;
    }
  }

  private async catchUp(): Promise<void> {
    if (!this.isLoaded) return this.loadOnce();
    for (;;) {
      const { segment, version, isClosed } = this.position;
      const stored = isClosed
        ? await this.parts.eventLog.read(nameSegment(segment + 1))
        : await this.parts.eventLog.read(nameSegment(segment), version);
      this.advance(stored);
      // What was closed while it was read goes on in the next segment.
      if (stored.length === 0 || !this.position.isClosed) return;
    }
  }

  private async loadOnce(): Promise<void> {
    this.loading ??= this.load().finally(() => {
      this.loading = undefined;
    });
    await this.loading;
    await this.catchUp();
  }

  /** The newest segment begins with the whole floor, so that no older one need be read. */
  private async load(): Promise<void> {
    let newest = 0;
    for await (const stream of this.parts.eventLog.list(FLOOR_KIND)) {
      newest = Math.max(newest, parseSegment(stream) ?? 0);
    }
    const stored = newest > 0 ? await this.parts.eventLog.read(nameSegment(newest)) : [];
    this.position = advancePosition({ ...FLOOR_START, segment: Math.max(0, newest - 1) }, stored).position;
    this.isLoaded = true;
  }

  private hear(stored: readonly StoredEvent[]): void {
    const last = stored.at(-1);
    if (!last || parseSegment(last.stream) === undefined) return;
    if (this.isLoaded) this.advance(stored);
    const isBehind = last.stream > nameSegment(this.position.segment) || last.version > this.position.version;
    // What was missed is read; where that fails, the next command or question meets the failure.
    if (isBehind) void this.catchUp().catch(() => undefined);
  }

  private advance(stored: readonly StoredEvent[]): void {
    const { position, events } = advancePosition(this.position, stored);
    if (position === this.position) return;
    this.position = position;
    if (events.length === 0) return;
    const change = { floor: position.floor, events };
    for (const { call } of this.listeners) {
      try {
        call(change);
      } catch {
        // A listener's failure is its own: the change is stored, and others want to hear of it.
      }
    }
  }
}
