import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AeroApiSource, type AeroApiOptions } from '../../../services/flights/aeroApiSource.js';
import { describeFlights, NOW, TODAY } from '../../contracts/flights.js';
import {
  answerError,
  answerFlights,
  answerFrom,
  answerJson,
  createRecord,
  hang,
  hangUp,
  stall,
  startAeroApiServer,
  type AeroApiServer,
} from './aeroApi/aeroApiServer.js';
import { CONTRACT_FLIGHTS, createLog } from './sampleFlights.js';

const KEY = 'a-key';
const PATIENT = { requestsPerSecond: 1000, sleep: () => Promise.resolve() };

describeFlights('aeroapi', async () => {
  const server = await startAeroApiServer(KEY);
  server.play(answerFrom(CONTRACT_FLIGHTS));
  const clock = { now: () => NOW };
  return {
    flights: new AeroApiSource({ url: server.url, key: KEY, clock, log: createLog(), ...PATIENT }),
    breakDown: () => server.play(answerError(503, 'Down')),
    dispose: () => server.close(),
  };
});

describe('AeroAPI', () => {
  let server: AeroApiServer;
  let now: Date;
  let slept: number[];
  let log: ReturnType<typeof createLog>;

  beforeEach(async () => {
    server = await startAeroApiServer(KEY);
    now = NOW;
    slept = [];
    log = createLog();
  });
  afterEach(() => server.close());

  function open(options: Partial<AeroApiOptions> = {}): AeroApiSource {
    return new AeroApiSource({
      url: server.url,
      key: KEY,
      clock: { now: () => now },
      log,
      requestsPerSecond: 1000,
      random: () => 0.5,
      sleep: (milliseconds) => Promise.resolve(void slept.push(milliseconds)),
      ...options,
    });
  }

  const ask = (source: AeroApiSource, date = TODAY) => source.find({ flight: 'MU5101', date });
  const unreachable = { code: 'flights.unreachable' };

  it('asks by the ICAO number for a day as long as it is anywhere', async () => {
    server.play(answerFlights([createRecord()]));
    await ask(open());
    const [request] = server.requests;
    expect(request?.pathname).toBe('/aeroapi/flights/CES5101');
    expect(Object.fromEntries(request?.searchParams ?? [])).toEqual({
      ident_type: 'designator',
      start: '2026-11-21T10:00:00Z',
      end: '2026-11-23T12:00:00Z',
    });
  });

  it('chooses by the day of departure at the origin', async () => {
    const late = { scheduled_out: '2026-11-22T16:30:00Z', fa_flight_id: 'tomorrow-there' };
    server.play(answerFlights([createRecord(late), createRecord()]));
    const source = open();
    expect((await ask(source)).map(({ scheduledDeparture }) => scheduledDeparture)).toEqual([
      '2026-11-22T18:00+08:00',
    ]);
    expect(await ask(source, '2026-11-23')).toMatchObject([{ scheduledDeparture: '2026-11-23T00:30+08:00' }]);
  });

  it('reads the pages that follow', async () => {
    server.play(
      answerFlights([], '/flights/CES5101?ident_type=designator&cursor=c2'),
      answerFlights([createRecord()]),
    );
    expect(await ask(open())).toHaveLength(1);
    expect(server.requests[1]?.searchParams.get('cursor')).toBe('c2');
  });

  it('stops at a number of pages and says so', async () => {
    server.play(answerFlights([createRecord()], '/flights/CES5101?cursor=again'));
    expect(await ask(open())).toHaveLength(1);
    expect(server.requests).toHaveLength(6);
    expect(log.warnings).toHaveLength(1);
  });

  it.each([
    ['an error of theirs', answerError(502, 'Bad gateway')],
    ['a hung up line', hangUp],
    ['half an answer that is whole', answerHalf()],
  ])('tries once more after %s', async (_name, failure) => {
    server.play(failure, answerFlights([createRecord()]));
    expect(await ask(open())).toHaveLength(1);
    expect(slept).toEqual([400]);
  });

  it.each([
    ['errors', answerError(500, 'Broken'), 2],
    ['silence', hang, 2],
    ['a stalled answer', stall, 2],
    ['a hung up line', hangUp, 2],
    ['a page of somebody else', answerText('<html>'), 2],
    ['another form', answerJson({ flights: 'none' }), 1],
    ['a record of another form', answerFlights([createRecord({ scheduled_out: 'soon' })]), 1],
    ['a refused question', answerError(400, 'Invalid argument'), 1],
    ['a missing page that is not of AeroAPI', answerJson({ message: 'no route' }, 404), 1],
    ['a moved address', answerJson({}, 302, { location: 'http://127.0.0.1:9/' }), 2],
    ['records without what a flight needs', answerFlights([createRecord({ origin: null })]), 1],
  ])('cannot be reached after %s', async (_name, failure, requests) => {
    server.play(failure);
    await expect(ask(open({ timeoutMs: 150 }))).rejects.toMatchObject(unreachable);
    expect(server.requests).toHaveLength(requests);
  });

  it('cannot be reached where nobody listens', async () => {
    const source = open({ url: 'http://127.0.0.1:1' });
    await expect(ask(source)).rejects.toMatchObject(unreachable);
  });

  it('cannot be reached with another key, and does not show it', async () => {
    server.play(answerFlights([createRecord()]));
    const error: unknown = await ask(open({ key: 'secret-key' })).catch((caught: unknown) => caught);
    expect(error).toMatchObject(unreachable);
    expect(JSON.stringify(error) + String(error)).not.toContain('secret-key');
  });

  it('knows no flight where AeroAPI says so', async () => {
    server.play(answerError(404, 'Not found'));
    expect(await ask(open())).toEqual([]);
  });

  it('waits a little when asked to', async () => {
    server.play(answerError(429, 'Too many', { 'retry-after': '2' }), answerFlights([createRecord()]));
    expect(await ask(open())).toHaveLength(1);
    expect(slept).toEqual([2000]);
  });

  it.each(['30', 'Sun, 22 Nov 2026 08:00:30 GMT'])(
    'leaves AeroAPI alone while it asks for long (Retry-After: %s)',
    async (header) => {
      server.play(answerError(429, 'Too many', { 'retry-after': header }), answerFlights([createRecord()]));
      const source = open();
      await expect(ask(source)).rejects.toMatchObject(unreachable);
      now = new Date(NOW.getTime() + 29_000);
      await expect(ask(source)).rejects.toMatchObject(unreachable);
      expect(server.requests).toHaveLength(1);
      now = new Date(NOW.getTime() + 30_000);
      expect(await ask(source)).toHaveLength(1);
      expect(slept).toEqual([]);
    },
  );

  it('asks no more often than allowed, and refuses what would wait long', async () => {
    server.play(answerFlights([]));
    const source = open({ requestsPerSecond: 1 });
    const numbers = Array.from({ length: 30 }, (_, index) => `MU${index + 1}`);
    const answers = await Promise.allSettled(numbers.map((flight) => source.find({ flight, date: TODAY })));
    const refused = answers.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThanOrEqual(24);
    expect(refused[0]).toMatchObject({ reason: unreachable });
    expect(server.requests.length + refused.length).toBe(30);
  }, 20_000);

  it('keeps answers for a minute and empty ones for five', async () => {
    server.play(answerFlights([createRecord()]));
    const source = open();
    await ask(source);
    now = new Date(NOW.getTime() + 59_000);
    await ask(source);
    expect(server.requests).toHaveLength(1);
    now = new Date(NOW.getTime() + 61_000);
    server.play(answerFlights([]));
    expect(await ask(source)).toEqual([]);
    expect(server.requests).toHaveLength(2);
    now = new Date(NOW.getTime() + 300_000);
    await ask(source);
    expect(server.requests).toHaveLength(2);
    now = new Date(NOW.getTime() + 362_000);
    await ask(source);
    expect(server.requests).toHaveLength(3);
  });

  it('keeps no failure', async () => {
    server.play(answerError(400, 'Invalid'), answerFlights([createRecord()]));
    const source = open();
    await expect(ask(source)).rejects.toMatchObject(unreachable);
    expect(await ask(source)).toHaveLength(1);
  });

  it('sends the same question once, however many ask it', async () => {
    server.play(answerFlights([createRecord()]));
    const source = open();
    await Promise.all([ask(source), ask(source), ask(source)]);
    expect(server.requests).toHaveLength(1);
  });

  it.each(['2026-11-10', '2026-11-26', 'someday'])('does not answer for %s', async (date) => {
    await expect(ask(open(), date)).rejects.toMatchObject({ code: 'flights.out-of-range' });
    expect(server.requests).toEqual([]);
  });

  it('does not take the edge of its range for a missing flight', async () => {
    server.play(answerFlights([]));
    const source = open();
    await expect(ask(source, '2026-11-24')).rejects.toMatchObject({ code: 'flights.out-of-range' });
    expect(server.requests[0]?.searchParams.get('end')).toBe('2026-11-24T07:59:00Z');
  });

  it('asks for a route by the local day and takes non-stop flights', async () => {
    server.play(answerFlights([{ segments: [createRecord()] }]));
    const found = await open().search({
      origin: 'SHA',
      originKind: 'airport',
      destination: 'PEK',
      date: TODAY,
    });
    expect(found).toMatchObject([{ flight: 'MU5101' }]);
    const [request] = server.requests;
    expect(request?.pathname).toBe('/aeroapi/airports/SHA/flights/to/PEK');
    expect(Object.fromEntries(request?.searchParams ?? [])).toEqual({
      type: 'Airline',
      connection: 'nonstop',
      start: '2026-11-21T16:00:00Z',
      end: '2026-11-22T16:00:00Z',
    });
  });
});

function answerText(text: string) {
  return (_request: unknown, response: { end(text: string): void }) => response.end(text);
}

function answerHalf() {
  return answerText('{"links":null,"flights":[');
}
