import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RedeyeError } from '../../../services/errors.js';
import { describeChanges } from '../../../services/flights/changes.js';
import { DemoSource } from '../../../services/flights/demoSource.js';
import type { Flight, Flights } from '../../../services/flights/port.js';
import {
  FLIGHT_WATCH_KIND,
  FlightWatch,
  MOST_WATCHES,
  type FlightNotice,
} from '../../../services/flights/flightWatch.js';
import { MemoryAgenda } from '../../contracts/memoryAgenda.js';
import { MemoryEventLog } from '../../contracts/memoryEventLog.js';
import { createFlight, createLog } from './sampleFlights.js';

const START = Date.parse('2026-11-22T06:00Z');
const PASSENGER = { id: 'passenger 1', conversation: { conversation: 'c1' }, language: 'en' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A source that says what it is told to say. */
class ScriptedFlights implements Flights {
  readonly source = { name: 'scripted', demo: true, staleSince: null };
  legs: Flight[] = [];
  failure: Error | undefined;
  find(): Promise<Flight[]> {
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(structuredClone(this.legs));
  }
  search(): Promise<Flight[]> {
    return this.find();
  }
}

class Bench {
  now = START;
  readonly eventLog = new MemoryEventLog();
  readonly agenda = new MemoryAgenda();
  readonly log = createLog();
  readonly notices: FlightNotice[] = [];
  notifyFails = false;
  readonly clock = { now: () => new Date(this.now) };

  constructor(readonly flights: Flights) {}

  /** A new instance over what is kept, as after a restart. */
  open(): FlightWatch {
    const { eventLog, agenda, flights, clock, log } = this;
    const notify = (notice: FlightNotice): Promise<void> => {
      if (this.notifyFails) return Promise.reject(new Error('the channel is down'));
      this.notices.push(notice);
      return Promise.resolve();
    };
    return new FlightWatch({ eventLog, agenda, flights, clock, notify, log });
  }

  /** Does what falls due up to a moment, with a new instance each time. */
  async runUntil(moment: number): Promise<void> {
    for (;;) {
      const [entry] = await this.agenda.takeDue(new Date(moment), 1);
      if (!entry) break;
      this.now = Math.max(this.now, entry.due.getTime());
      try {
        await this.agenda.settle(entry, await this.open().look(entry));
      } catch {
        await this.agenda.postpone(entry, new Date(this.now + MINUTE));
      }
    }
    this.now = Math.max(this.now, moment);
  }

  async countEntries(): Promise<number> {
    return (await this.agenda.takeDue(new Date(8e15), 1000)).length;
  }
}

describe('watching a flight', () => {
  const flight = createFlight();
  let flights: ScriptedFlights;
  let bench: Bench;
  let watch: FlightWatch;

  beforeEach(() => {
    flights = new ScriptedFlights();
    flights.legs = [flight];
    bench = new Bench(flights);
    watch = bench.open();
  });

  it('starts once', async () => {
    expect(await watch.subscribe(PASSENGER, flight, 'CA9101')).toMatchObject({
      outcome: 'started',
      watch: { id: 'RE101 2026-11-22 SHA', asked: 'CA9101', tellings: 0 },
    });
    expect(await bench.open().subscribe(PASSENGER, flight)).toMatchObject({ outcome: 'known' });
    expect(await bench.open().list(PASSENGER.id)).toHaveLength(1);
    expect(await bench.countEntries()).toBe(1);
  });

  it('starts once also when asked twice at the same time', async () => {
    const outcomes = await Promise.all([
      watch.subscribe(PASSENGER, flight),
      watch.subscribe(PASSENGER, flight),
    ]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['known', 'started']);
  });

  it('does not start for a flight that has arrived', async () => {
    const arrived = createFlight({ status: 'arrived', belt: '7' });
    expect(await watch.subscribe(PASSENGER, arrived)).toEqual({ outcome: 'over' });
    expect(await bench.countEntries()).toBe(0);
  });

  it('has a limit for each passenger', async () => {
    for (let count = 1; count <= MOST_WATCHES; count += 1) {
      await watch.subscribe(PASSENGER, createFlight({ flight: `RE${count}` }));
    }
    expect(await watch.subscribe(PASSENGER, flight)).toEqual({ outcome: 'too-many' });
    expect(await watch.subscribe({ ...PASSENGER, id: 'another' }, flight)).toMatchObject({
      outcome: 'started',
    });
  });

  it('tells what changed, once, to the passenger it was asked by', async () => {
    await watch.subscribe(PASSENGER, flight);
    await bench.runUntil(START + HOUR);
    expect(bench.notices).toEqual([]);
    const delayed = createFlight({ status: 'delayed', estimatedDeparture: '2026-11-22T19:00+08:00' });
    flights.legs = [createFlight({ origin: 'WUH', status: 'cancelled' }), delayed];
    await bench.runUntil(START + 3 * HOUR);
    expect(bench.notices).toEqual([
      {
        id: 'passenger 1 RE101 2026-11-22 SHA 1',
        watch: expect.objectContaining({ known: flight, watcher: PASSENGER }),
        flight: delayed,
        changes: describeChanges(flight, delayed),
      },
    ]);
  });

  it('takes neither a failing source nor a lost flight for a change, and goes on', async () => {
    await watch.subscribe(PASSENGER, flight);
    flights.failure = new RedeyeError('flights.unreachable');
    await bench.runUntil(START + 2 * HOUR);
    flights.failure = new RedeyeError('flights.out-of-range');
    await bench.runUntil(START + 3 * HOUR);
    const warned = bench.log.warnings.length;
    flights.failure = undefined;
    flights.legs = [];
    await bench.runUntil(START + 4 * HOUR);
    expect(bench.notices).toEqual([]);
    expect(warned).toBeGreaterThan(0);
    expect(bench.log.warnings).toHaveLength(warned);
    flights.legs = [createFlight({ gate: 'C8' })];
    await bench.runUntil(START + 5 * HOUR);
    expect(bench.notices).toHaveLength(1);
  });

  it('tries again when the passenger cannot be told', async () => {
    await watch.subscribe(PASSENGER, flight);
    flights.legs = [createFlight({ gate: 'C8' })];
    bench.notifyFails = true;
    await bench.runUntil(START + HOUR);
    bench.notifyFails = false;
    await bench.runUntil(START + HOUR + 2 * MINUTE);
    expect(bench.notices.map(({ changes }) => changes)).toEqual([[{ what: 'gate', from: null, to: 'C8' }]]);
  });

  it('gives a notice the same id when a crash repeats it', async () => {
    await watch.subscribe(PASSENGER, flight);
    flights.legs = [createFlight({ gate: 'C8' })];
    const data = { watcherId: PASSENGER.id, watch: 'RE101 2026-11-22 SHA' };
    await Promise.all([bench.open().look({ data }), bench.open().look({ data })]);
    expect(new Set(bench.notices.map(({ id }) => id)).size).toBe(1);
    expect(await watch.list(PASSENGER.id)).toMatchObject([{ tellings: 1 }]);
  });

  it('stops when asked to', async () => {
    await watch.subscribe(PASSENGER, flight);
    await watch.subscribe(PASSENGER, createFlight({ flight: 'RE103' }));
    expect(await watch.unsubscribe(PASSENGER.id, 'RE103 2026-11-22 SHA')).toHaveLength(1);
    expect(await watch.unsubscribe(PASSENGER.id, 'RE103 2026-11-22 SHA')).toEqual([]);
    expect(await watch.unsubscribe(PASSENGER.id)).toMatchObject([{ id: 'RE101 2026-11-22 SHA' }]);
    expect(await bench.countEntries()).toBe(0);
    flights.legs = [createFlight({ gate: 'C8' })];
    await bench.runUntil(START + 4 * HOUR);
    expect(bench.notices).toEqual([]);
    expect(await watch.subscribe(PASSENGER, flight)).toMatchObject({ outcome: 'started' });
  });

  it('stops in the middle of a look', async () => {
    await watch.subscribe(PASSENGER, flight);
    const find = flights.find.bind(flights);
    flights.find = async () => {
      await watch.unsubscribe(PASSENGER.id);
      return find();
    };
    flights.legs = [createFlight({ gate: 'C8' })];
    await bench.runUntil(START + 4 * HOUR);
    expect(await watch.list(PASSENGER.id)).toEqual([]);
    expect(await bench.countEntries()).toBe(0);
  });

  it('ends a day after a cancellation, but tells when the flight is on again before', async () => {
    await watch.subscribe(PASSENGER, flight);
    flights.legs = [createFlight({ status: 'cancelled' })];
    await bench.runUntil(START + 20 * HOUR);
    flights.legs = [flight];
    await bench.runUntil(START + 22 * HOUR);
    flights.legs = [createFlight({ status: 'cancelled' })];
    await bench.runUntil(START + 60 * HOUR);
    expect(bench.notices.map(({ flight: { status } }) => status)).toEqual([
      'cancelled',
      'scheduled',
      'cancelled',
    ]);
    expect(await watch.list(PASSENGER.id)).toEqual([]);
    expect(await bench.countEntries()).toBe(0);
  });

  it('ends when nothing is heard of the flight for days', async () => {
    await watch.subscribe(PASSENGER, flight);
    flights.legs = [];
    await bench.runUntil(START + 100 * HOUR);
    const events = await bench.eventLog.read(`${FLIGHT_WATCH_KIND}/${PASSENGER.id}`);
    expect(events.at(-1)).toMatchObject({ type: 'watch-ended', data: { ending: 'expired' } });
    expect(await bench.countEntries()).toBe(0);
  });

  it('ends by itself, knowing the last state, whatever happens on the way', async () => {
    const step = fc.record({
      state: fc.record({
        status: fc.constantFrom('scheduled', 'delayed', 'boarding', 'cancelled', 'unknown', 'departed'),
        gate: fc.constantFrom(null, '1', '2'),
        estimatedDeparture: fc.constantFrom(null, '2026-11-22T18:04+08:00', '2026-11-22T19:00+08:00'),
      } as const),
      source: fc.constantFrom('answers', 'fails', 'lost'),
      notifyFails: fc.boolean(),
      minutes: fc.integer({ min: 1, max: 200 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const scripted = new ScriptedFlights();
        const run = new Bench(scripted);
        await run.open().subscribe(PASSENGER, flight);
        for (const { state, source, notifyFails, minutes } of steps) {
          scripted.legs = source === 'lost' ? [] : [createFlight(state)];
          scripted.failure = source === 'fails' ? new RedeyeError('flights.unreachable') : undefined;
          run.notifyFails = notifyFails;
          await run.runUntil(run.now + minutes * MINUTE);
        }
        scripted.failure = undefined;
        run.notifyFails = false;
        const actualArrival = new Date(run.now).toISOString();
        const last = createFlight({ status: 'arrived', belt: '9', actualArrival });
        scripted.legs = [last];
        const open = (await run.open().list(PASSENGER.id)).length;
        await run.runUntil(run.now + 24 * HOUR);
        expect(await run.open().list(PASSENGER.id)).toEqual([]);
        expect(await run.countEntries()).toBe(0);
        expect(new Set(run.notices.map(({ id }) => id)).size).toBe(run.notices.length);
        for (const { changes } of run.notices) expect(changes.length).toBeGreaterThan(0);
        if (open > 0) expect(run.notices.at(-1)?.flight).toEqual(last);
      }),
      { numRuns: 300 },
    );
  });
});

describe('watching the demo timetable', () => {
  it.each([
    ['RE119', ['delayed', 'boarding', 'gate-closed', 'departed', 'landed', 'arrived']],
    ['RE113', ['cancelled']],
    ['RE129', ['check-in', 'boarding', 'gate-closed', 'departed', 'returned']],
  ])('follows %s through its day', async (number, statuses) => {
    const now = { now: () => new Date(bench.now) };
    const bench: Bench = new Bench(new DemoSource(now));
    bench.now = Date.parse('2026-11-21T16:30Z');
    const [flight] = await bench.flights.find({ flight: number, date: '2026-11-22' });
    await bench.open().subscribe(PASSENGER, flight!);
    await bench.runUntil(bench.now + 72 * HOUR);
    const told = bench.notices.flatMap(({ changes }) =>
      changes.flatMap((change) => (change.what === 'status' ? [change.to] : [])),
    );
    expect(told).toEqual(statuses);
    expect(await bench.countEntries()).toBe(0);
  });
});
