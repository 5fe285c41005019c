import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DateTime } from 'luxon';
import type { Flight } from '../../../../services/flights/flight.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface AeroApiServer {
  readonly url: string;
  /** Path and query of each request, in order. */
  readonly requests: URL[];
  /** Answers the next requests one after the other; the last one goes on for ever. */
  play(...answers: Answer[]): void;
  close(): Promise<void>;
}

/** Plays AeroAPI on the loopback. */
export async function startAeroApiServer(key: string): Promise<AeroApiServer> {
  const requests: URL[] = [];
  let script: Answer[] = [];
  const server = createServer((request, response) => {
    requests.push(new URL(request.url ?? '', 'http://localhost'));
    if (request.headers['x-apikey'] !== key) return answerError(401, 'Unauthorized')(request, response);
    const [next] = script.length > 1 ? script.splice(0, 1) : script;
    (next ?? answerError(500, 'No script'))(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/aeroapi/`,
    requests,
    play: (...answers) => {
      script = answers;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function answerJson(body: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...headers });
    response.end(JSON.stringify(body));
  };
}

export function answerFlights(records: readonly object[], next: string | null = null): Answer {
  return answerJson({ links: next === null ? null : { next }, num_pages: 1, flights: records });
}

export function answerError(status: number, title: string, headers: Record<string, string> = {}): Answer {
  return answerJson({ title, reason: title, detail: title, status }, status, headers);
}

/** Never answers. */
export const hang: Answer = () => undefined;

/** Sends half of an answer, then nothing more. */
export const stall: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"links":null,"flights":[{"ident":"RE1');
};

/** Sends half of an answer and hangs up. */
export const hangUp: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  response.write('{"links":null,"flights":[{"ident":"RE1', () => response.destroy());
};

const AIRPORT = { airport_info_url: '/airports/X', name: 'Somewhere', city: 'Somewhere', code_lid: null };

/** A record of the shape that AeroAPI sends; of invented content. */
export function createRecord(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ident: 'CES5101',
    ident_icao: 'CES5101',
    ident_iata: 'MU5101',
    actual_runway_off: null,
    actual_runway_on: null,
    fa_flight_id: 'CES5101-1795210000-schedule-101p',
    operator: 'CES',
    operator_icao: 'CES',
    operator_iata: 'MU',
    flight_number: '5101',
    registration: null,
    atc_ident: null,
    inbound_fa_flight_id: null,
    codeshares: ['AFR5101'],
    codeshares_iata: ['AF5101'],
    blocked: false,
    diverted: false,
    cancelled: false,
    position_only: false,
    origin: { ...AIRPORT, code: 'ZSSS', code_icao: 'ZSSS', code_iata: 'SHA', timezone: 'Asia/Shanghai' },
    destination: { ...AIRPORT, code: 'ZBAA', code_icao: 'ZBAA', code_iata: 'PEK', timezone: 'Asia/Shanghai' },
    departure_delay: 0,
    arrival_delay: 0,
    filed_ete: 7200,
    progress_percent: 0,
    status: 'Scheduled',
    aircraft_type: 'A359',
    route_distance: 676,
    baggage_claim: null,
    gate_origin: null,
    gate_destination: null,
    terminal_origin: '2',
    terminal_destination: null,
    type: 'Airline',
    scheduled_out: '2026-11-22T10:00:00Z',
    estimated_out: '2026-11-22T10:00:00Z',
    actual_out: null,
    scheduled_off: '2026-11-22T10:10:00Z',
    estimated_off: '2026-11-22T10:10:00Z',
    actual_off: null,
    scheduled_on: '2026-11-22T12:10:00Z',
    estimated_on: '2026-11-22T12:10:00Z',
    actual_on: null,
    scheduled_in: '2026-11-22T12:20:00Z',
    estimated_in: '2026-11-22T12:20:00Z',
    actual_in: null,
    foresight_predictions_available: false,
    ...changes,
  };
}

/** A world of these flights, asked by number or by route as the API is. */
export function answerFrom(flights: readonly Flight[]): Answer {
  return (request, response) => {
    const path = decodeURIComponent(request.url ?? '').split('?')[0] ?? '';
    const route = /\/airports\/(\w+)\/flights\/to\/(\w+)$/.exec(path);
    const ident = /\/flights\/(\w+)$/.exec(path)?.[1] ?? '';
    const found = flights.filter(({ flight, codeshares, origin, destination }) =>
      route
        ? origin === route[1] && destination === route[2]
        : [flight, ...codeshares].map(toIcao).includes(ident),
    );
    const records = found.map(toRecord);
    answerFlights(route ? records.map((record) => ({ segments: [record] })) : records)(request, response);
  };
}

function toIcao(designator: string): string {
  return designator.replace(/^CX/, 'CPA');
}

function toRecord(flight: Flight): Record<string, unknown> {
  const place = (code: string) => ({ ...AIRPORT, code, code_icao: null, code_iata: code, timezone: null });
  const utc = (moment: string | null): string | null =>
    moment && DateTime.fromISO(moment).toUTC().toISO({ suppressMilliseconds: true });
  return createRecord({
    ident: flight.flight,
    ident_iata: flight.flight,
    fa_flight_id: `${flight.flight}-${flight.origin}`,
    operator_iata: 'RE',
    codeshares_iata: flight.codeshares,
    origin: place(flight.origin),
    destination: place(flight.destination),
    scheduled_out: utc(flight.scheduledDeparture),
    estimated_out: null,
    scheduled_in: utc(flight.scheduledArrival),
    estimated_in: null,
  });
}
