import type { Logger } from 'pino';
import type { PolicyNode } from '../faq/policy.js';
import type { AgendaEntry } from '../services/agenda.js';
import { CASE_AGENDA_KIND } from '../services/cases/caseAgenda.js';
import type { CaseDesk } from '../services/cases/caseDesk.js';
import type { NotifyPassenger } from '../services/cases/caseNotice.js';
import { openCases } from '../services/cases/openCases.js';
import type { Clock } from '../services/clock.js';
import { FlightWatch, FLIGHT_WATCH_KIND, type NotifyOfFlight } from '../services/flights/flightWatch.js';
import type { Flights } from '../services/flights/port.js';
import { FeedbackLog } from '../services/quality/feedback.js';
import { AgendaRunner, type AgendaHandler } from './agendaRunner.js';
import { readCaseRules } from './caseRules.js';
import type { Config } from './config.js';
import { DESK_HOST_KIND } from './desk/deskHost.js';
import { openFloor, type OpenFloor } from './desk/openFloor.js';
import { chooseFlights } from './flights.js';
import type { Records } from './storage/choose.js';
import { UploadSweep, UPLOAD_SWEEP_KIND } from './uploads/uploadSweep.js';
import type { UploadStore } from './uploads/uploadStore.js';

export interface ServicesParts {
  readonly config: Pick<Config, 'flights' | 'timeZone' | 'databaseUrl' | 'uploadRetentionDays'>;
  readonly records: Pick<Records, 'eventLog' | 'agenda'>;
  readonly policy: PolicyNode;
  readonly uploads: UploadStore;
  readonly clock: Clock;
  readonly createId: () => string;
  readonly log: Logger;
  /** By kind, of entries that others of the host put in the agenda. */
  readonly agendaHandlers: ReadonlyMap<string, AgendaHandler>;
  readonly notifyOfCase: NotifyPassenger;
  readonly notifyOfFlight: NotifyOfFlight;
}

/** The airline's business, as the dialogs use it, and what it does at its own times. */
export interface Services {
  readonly cases: CaseDesk;
  readonly flights: Flights;
  readonly flightWatch: FlightWatch;
  readonly feedback: FeedbackLog;
  /** Passengers who want a person, and the agents they come to. */
  readonly floor: OpenFloor;
  /** Not begun yet. */
  readonly uploadSweep: UploadSweep;
  /** Not started yet. */
  readonly agendaRunner: AgendaRunner;
  /** Lets go of the source of flights; stop the agenda first. */
  close(): Promise<void>;
}

/** A passenger who cannot be written to for about a day is not coming back to this conversation. */
const MOST_ATTEMPTS = 30;

export function openServices(parts: ServicesParts): Services {
  const { config, records, policy, clock, createId, log } = parts;
  const { eventLog, agenda } = records;
  const cases = openCases({
    eventLog,
    agenda,
    clock,
    rules: readCaseRules(policy, config.timeZone),
    notify: parts.notifyOfCase,
  });
  const { flights, close } = chooseFlights(config.flights, { clock, log });
  const flightWatch = new FlightWatch({
    eventLog,
    agenda,
    flights,
    clock,
    log,
    notify: parts.notifyOfFlight,
  });
  const isShared = config.databaseUrl !== undefined;
  const floor = openFloor({ eventLog, agenda, clock, createId, isShared, log });
  const uploadSweep = new UploadSweep({
    uploads: parts.uploads,
    cases: cases.desk,
    agenda,
    clock,
    log,
    keepDays: config.uploadRetentionDays,
  });
  const handlers = new Map<string, AgendaHandler>([
    ...parts.agendaHandlers,
    [CASE_AGENDA_KIND, (entry) => cases.waker.handle(entry)],
    [FLIGHT_WATCH_KIND, (entry) => lookAtFlight(flightWatch, entry)],
    [DESK_HOST_KIND, (entry) => floor.deskHost.handle(entry)],
    [UPLOAD_SWEEP_KIND, () => uploadSweep.handle()],
  ]);
  return {
    cases: cases.desk,
    flights,
    flightWatch,
    feedback: new FeedbackLog(eventLog, clock),
    floor,
    uploadSweep,
    agendaRunner: new AgendaRunner({ agenda, clock, log, handlers }),
    close,
  };
}

async function lookAtFlight(watch: FlightWatch, entry: AgendaEntry): Promise<Date | undefined> {
  if (entry.attempts < MOST_ATTEMPTS) return watch.look(entry);
  await watch.abandon(entry);
  return undefined;
}
