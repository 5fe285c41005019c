import type { Agenda } from '../../services/agenda.js';
import type { Clock } from '../../services/clock.js';
import type { FloorRules } from '../../services/desk/floor.js';
import { FloorJournal } from '../../services/desk/floorJournal.js';
import { HandoffDesk } from '../../services/desk/handoffDesk.js';
import { HandoffNotes } from '../../services/desk/handoffNotes.js';
import type { EventLog } from '../../services/eventLog.js';
import type { Logger } from 'pino';
import { DeskHost } from './deskHost.js';

/** Ten minutes are long in a chat; a day is how long a passenger remembers a name. */
export const FLOOR_RULES: FloorRules = { longWaitMs: 10 * 60_000, returnWithinMs: 24 * 3_600_000 };

/** The one process of a data directory: its next start goes on as the same host. */
const ONLY_HOST = 'service';

export interface FloorParts {
  readonly eventLog: EventLog;
  readonly agenda: Agenda;
  readonly clock: Clock;
  readonly createId: () => string;
  /** Other processes work on the same records. */
  readonly isShared: boolean;
  readonly log: Pick<Logger, 'error'>;
}

/** Who waits, who speaks and who is there; what is kept of talks; and this process's part in it. */
export interface OpenFloor {
  readonly floor: HandoffDesk;
  readonly notes: HandoffNotes;
  readonly host: string;
  readonly deskHost: DeskHost;
  close(): void;
}

export function openFloor({ eventLog, agenda, clock, createId, isShared, log }: FloorParts): OpenFloor {
  const parts = { clock, createId, rules: FLOOR_RULES };
  const journal = new FloorJournal({ ...parts, eventLog });
  const floor = new HandoffDesk({ ...parts, journal });
  const host = isShared ? createId() : ONLY_HOST;
  return {
    floor,
    notes: new HandoffNotes({ eventLog, clock }),
    host,
    deskHost: new DeskHost({ host, floor, agenda, clock, log }),
    close: () => journal.close(),
  };
}
