import type { Clock } from '../clock.js';
import { RedeyeError } from '../errors.js';
import type { EventLog, Json, NewEvent } from '../eventLog.js';
import type { Actor } from './actor.js';
import type { CaseAgenda } from './caseAgenda.js';
import { isConflict } from './caseFiling.js';
import type { CaseKind, CaseTypes } from './caseKinds.js';
import type { CaseRulebook, CaseRulebooks } from './caseRulebook.js';
import { foldCase, type LoadedCase } from './caseStream.js';
import type { PassTime } from './decision.js';
import { getStream } from './references.js';

const ATTEMPTS = 10;

export interface StoreParts {
  readonly eventLog: EventLog;
  readonly agenda: CaseAgenda;
  readonly clock: Clock;
  readonly rulebooks: CaseRulebooks;
}

/** Cases as streams: loads them, and stores what commands make of them. */
export class CaseStore {
  constructor(private readonly parts: StoreParts) {}

  getRulebook<K extends CaseKind>(kind: K): CaseRulebook<K> {
    return this.parts.rulebooks[kind];
  }

  async load<K extends CaseKind>(kind: K, reference: string): Promise<LoadedCase<K> | undefined> {
    const events = await this.parts.eventLog.read(getStream({ kind, reference }));
    return foldCase(this.getRulebook(kind), reference, events);
  }

  /** Decides on the case as it is, again if another change came in between. Fails with `case.unknown`. */
  async change<K extends CaseKind>(
    kind: K,
    reference: string,
    command: CaseTypes[K]['command'] | PassTime,
    actor: Actor,
  ): Promise<LoadedCase<K>> {
    const rulebook = this.getRulebook(kind);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const loaded = await this.load(kind, reference);
      if (!loaded) throw new RedeyeError('case.unknown', reference);
      const events = rulebook.decide(command, loaded.state, { now: this.parts.clock.now(), actor });
      if (events.length === 0) return loaded;
      await this.parts.agenda.prepareChange(kind, reference);
      const stored = await this.append(kind, reference, events.map(toNewEvent), loaded.case.version);
      if (!stored) continue;
      await this.parts.agenda.announceChange(kind, reference);
      const changed = await this.load(kind, reference);
      if (changed) return changed;
    }
    throw new RedeyeError('storage.conflict', reference);
  }

  /** Keeps that the passenger was told of an event, and how. */
  async recordTold(kind: CaseKind, reference: string, version: number, delivery: Json): Promise<void> {
    const time = this.parts.clock.now().toISOString();
    const event = { type: 'passenger-notified', time, actor: 'bot', data: { version, delivery } };
    await this.parts.eventLog.append(getStream({ kind, reference }), [event], 'any');
  }

  private async append(
    kind: CaseKind,
    reference: string,
    events: readonly NewEvent[],
    version: number,
  ): Promise<boolean> {
    try {
      await this.parts.eventLog.append(getStream({ kind, reference }), events, version);
      return true;
    } catch (error) {
      if (isConflict(error)) return false;
      throw error;
    }
  }
}

function toNewEvent(event: { type: string; time: string; actor: string; data: object }): NewEvent {
  return { ...event, data: event.data as Json };
}
