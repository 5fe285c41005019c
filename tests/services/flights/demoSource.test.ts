import { describe, expect, it } from '@jest/globals';
import { findAirport, findTimeZone } from '../../../locales/places/index.js';
import { DEMO_TIMETABLE, TERMINALS } from '../../../services/flights/demo/timetable.js';
import { DemoSource } from '../../../services/flights/demoSource.js';
import { FLIGHT_STATUSES, flightSchema, type Flight } from '../../../services/flights/flight.js';
import { describeFlights, NOW, TODAY } from '../../contracts/flights.js';

describeFlights('demo', () =>
  Promise.resolve({ flights: new DemoSource({ now: () => NOW }), dispose: () => Promise.resolve() }),
);

const NUMBERS = [...new Set(DEMO_TIMETABLE.map(({ flight }) => flight))];

async function listDay(now: Date, date = TODAY): Promise<Flight[]> {
  const source = new DemoSource({ now: () => now });
  return (await Promise.all(NUMBERS.map((flight) => source.find({ flight, date })))).flat();
}

async function findAt(time: string, flight: string): Promise<Flight> {
  const source = new DemoSource({ now: () => new Date(time) });
  const [found] = await source.find({ flight, date: TODAY });
  return found!;
}

describe('the demo timetable', () => {
  it('covers about 60 routes between airports that are known', () => {
    const routes = new Set(
      DEMO_TIMETABLE.map(({ origin, destination }) => [origin, destination].sort().join()),
    );
    expect(routes.size).toBeGreaterThanOrEqual(60);
    for (const { origin, destination } of DEMO_TIMETABLE) {
      expect([findAirport(origin)?.code, findAirport(destination)?.code]).toEqual([origin, destination]);
    }
    for (const airport of Object.keys(TERMINALS)) expect(findTimeZone(airport)).toBeDefined();
  });

  it('is of the wire form at any hour', async () => {
    for (const hour of [0, 5, 9, 14, 19, 23]) {
      for (const flight of await listDay(new Date(Date.UTC(2026, 10, 22, hour, 17)))) {
        expect(flightSchema.parse(flight)).toEqual(flight);
      }
    }
  });

  it('shows every status in the course of a day', async () => {
    const shown = new Set<string>();
    for (let hour = 0; hour < 24; hour += 1) {
      for (const { status } of await listDay(new Date(Date.UTC(2026, 10, 22, hour)))) shown.add(status);
    }
    expect([...shown].sort()).toEqual([...FLIGHT_STATUSES].sort());
  });

  it('says the same at the same moment', async () => {
    expect(await listDay(NOW)).toEqual(await listDay(NOW));
  });

  it('marks itself as demo', () => {
    expect(new DemoSource({ now: () => NOW }).source).toEqual({ name: 'demo', demo: true, staleSince: null });
  });

  const course: [time: string, flight: string, expected: Partial<Flight>][] = [
    ['2026-11-20T00:00Z', 'RE119', { status: 'scheduled', gate: null, estimatedDeparture: null }],
    ['2026-11-21T21:00Z', 'RE119', { status: 'delayed', estimatedDeparture: '2026-11-22T09:55+08:00' }],
    ['2026-11-22T01:20Z', 'RE119', { status: 'boarding', reason: 'late-aircraft' }],
    ['2026-11-22T01:45Z', 'RE119', { status: 'gate-closed', actualDeparture: null }],
    ['2026-11-22T02:00Z', 'RE119', { status: 'departed', actualDeparture: '2026-11-22T09:55+08:00' }],
    ['2026-11-22T09:00Z', 'RE119', { status: 'arrived' }],
    ['2026-11-22T06:00Z', 'RE113', { status: 'cancelled', reason: 'weather', actualDeparture: null }],
    ['2026-11-22T02:00Z', 'RE129', { status: 'returned', actualArrival: null }],
    ['2026-11-22T03:00Z', 'RE129', { status: 'returned', actualArrival: '2026-11-22T10:05+08:00' }],
    ['2026-11-22T08:00Z', 'RE855', { status: 'diverted', divertedTo: 'AMS' }],
    ['2026-11-22T01:45Z', 'RE103', { gate: 'C42' }],
    ['2026-11-22T02:30Z', 'RE103', { gate: 'C58' }],
    ['2026-11-21T23:00Z', 'RE161', { status: 'unknown', estimatedDeparture: null, actualDeparture: null }],
    ['2026-11-22T02:00Z', 'RE852', { status: 'scheduled' }],
  ];
  it.each(course)('moves with the clock: at %s %s', async (time, flight, expected) => {
    expect(await findAt(time, flight)).toMatchObject(expected);
  });

  it('has a number whose legs of one day belong to two journeys', async () => {
    const legs = await new DemoSource({ now: () => NOW }).find({ flight: 'RE841', date: TODAY });
    expect(legs.map(({ origin, destination }) => origin + destination)).toEqual(['URCIST', 'PVGURC']);
  });

  it.each(['2026-11-01', '2028-01-01', 'tomorrow'])('does not answer for %s', async (date) => {
    const source = new DemoSource({ now: () => NOW });
    await expect(source.find({ flight: 'RE101', date })).rejects.toMatchObject({
      code: 'flights.out-of-range',
    });
  });
});
