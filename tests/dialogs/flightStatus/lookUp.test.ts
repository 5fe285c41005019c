import { describe, expect, it } from '@jest/globals';
import type { FlightQuery } from '../../../dialogs/flightStatus/flightQuery.js';
import { lookUp, type LookUp } from '../../../dialogs/flightStatus/lookUp.js';
import type { Flight } from '../../../services/flights/port.js';
import { createFlight } from '../../services/flights/sampleFlights.js';
import { ScriptedFlights } from './scriptedFlights.js';

const LONDON = createFlight({
  flight: 'RE852',
  origin: 'LHR',
  destination: 'PVG',
  scheduledDeparture: '2026-11-22T21:20Z',
  scheduledArrival: '2026-11-23T16:50+08:00',
});
const NEXT_DAY = createFlight({ date: '2026-11-23', scheduledDeparture: '2026-11-23T18:00+08:00' });
const EARLIER = createFlight({ date: '2026-11-21', scheduledDeparture: '2026-11-21T18:00+08:00' });
const LEGS = [
  createFlight({ flight: 'RE517', destination: 'WUH' }),
  createFlight({ flight: 'RE517', origin: 'WUH', destination: 'KMG' }),
];

async function look(
  flights: readonly Flight[],
  query: FlightQuery,
  now = '2026-11-22T04:00:00Z',
): Promise<LookUp & { asked: string[] }> {
  const source = new ScriptedFlights(flights);
  const context = { now: new Date(now), timeZone: 'Asia/Shanghai', language: 'en' } as const;
  const found = await lookUp(source, query, context);
  return { ...found, asked: source.asked.map(({ date }) => date) };
}

describe('the day of a flight', () => {
  it('is today where it departs when none was said, though the desk is a day ahead', async () => {
    const found = await look([LONDON], { flight: 'RE852' }, '2026-11-22T18:00:00Z');
    expect(found).toMatchObject({ kind: 'found', chosen: 'today', flight: { date: '2026-11-22' } });
  });

  it.each([
    { words: 'today', days: ['2026-11-23'], date: '2026-11-22' },
    { words: 'tomorrow', days: ['2026-11-24'], date: '2026-11-23' },
    { words: '22 November', days: ['2026-11-22'], date: '2026-11-22' },
    // Said on an earlier day: it keeps what it meant then.
    { words: 'today', days: ['2026-11-20'], date: '2026-11-20' },
  ])('$words ($days) is read where it departs: $date', async ({ words, days, date }) => {
    const everyDay = ['20', '22', '23', '24'].map((day) => ({ ...LONDON, date: `2026-11-${day}` }));
    const found = await look(everyDay, { flight: 'RE852', date: { words, days } }, '2026-11-22T18:00:00Z');
    expect(found).toMatchObject({ kind: 'found', chosen: 'said', flight: { date } });
  });

  it('is asked back when the words can mean two', async () => {
    const date = { words: '3/12', days: ['2026-12-03', '2027-03-12'] };
    expect(await look([], { flight: 'RE101', date })).toMatchObject({
      kind: 'which-day',
      days: ['2026-12-03', '2027-03-12'],
    });
  });

  it.each([
    { case: 'tomorrow', flights: [NEXT_DAY, EARLIER], date: '2026-11-23' },
    { case: 'yesterday', flights: [{ ...EARLIER, status: 'arrived' as const }], date: '2026-11-21' },
  ])('is the nearest, $case, when there is none today', async ({ flights, date }) => {
    expect(await look(flights, { flight: 'RE101' })).toMatchObject({
      kind: 'found',
      chosen: 'nearest',
      flight: { date },
    });
  });
});

describe("yesterday's flight, asked about without a day", () => {
  const today = createFlight({ date: '2026-11-22', scheduledDeparture: '2026-11-22T21:00+08:00' });
  const late = createFlight({
    date: '2026-11-21',
    scheduledDeparture: '2026-11-21T21:00+08:00',
    scheduledArrival: '2026-11-21T23:10+08:00',
  });
  const at = '2026-11-21T16:30:00Z';

  it.each<{ case: string; yesterday: Partial<Flight>; asked: boolean }>([
    {
      case: 'in the air',
      yesterday: { status: 'departed', actualDeparture: '2026-11-21T22:00+08:00' },
      asked: true,
    },
    {
      case: 'just landed',
      yesterday: { status: 'landed', actualArrival: '2026-11-22T00:10+08:00' },
      asked: true,
    },
    {
      case: 'waiting to leave',
      yesterday: { status: 'delayed', estimatedDeparture: '2026-11-22T01:00+08:00' },
      asked: true,
    },
    {
      case: 'landed long ago',
      yesterday: { status: 'arrived', actualArrival: '2026-11-21T20:00+08:00' },
      asked: false,
    },
    { case: 'cancelled', yesterday: { status: 'cancelled' }, asked: false },
  ])('$case: asked back $asked', async ({ yesterday, asked }) => {
    const found = await look([{ ...late, ...yesterday }, today], { flight: 'RE101' }, at);
    expect(found.kind).toBe(asked ? 'several' : 'found');
    if (found.kind === 'several')
      expect(found.flights.map(({ date }) => date)).toEqual(['2026-11-21', '2026-11-22']);
  });

  it("is not looked for once today's has left", async () => {
    const left = { ...today, status: 'departed' as const, actualDeparture: '2026-11-22T00:10+08:00' };
    const found = await look([left], { flight: 'RE101' }, at);
    expect(found).toMatchObject({ kind: 'found', asked: ['2026-11-22'] });
  });
});

describe('which flight', () => {
  const date = { words: '22 November', days: ['2026-11-22'] };
  const wuhan = { code: 'WUH', kind: 'airport' } as const;
  const shanghai = { code: 'SHA', kind: 'city' } as const;
  const beijing = { code: 'BJS', kind: 'city' } as const;

  it.each<{ case: string; query: FlightQuery; expected: object }>([
    { case: 'two legs', query: { flight: 'RE517' }, expected: { kind: 'several', why: 'legs' } },
    {
      case: 'two legs and where it leaves',
      query: { flight: 'RE517', origin: wuhan },
      expected: { kind: 'found', flight: { destination: 'KMG' } },
    },
    {
      case: 'two legs and a city one of whose airports it leaves',
      query: { flight: 'RE517', origin: shanghai },
      expected: { kind: 'found', flight: { destination: 'WUH' } },
    },
    {
      case: 'a place that fits no leg',
      query: { flight: 'RE517', destination: beijing },
      expected: { kind: 'several', why: 'legs' },
    },
    {
      case: "a route that is another flight's",
      query: { flight: 'RE517', origin: shanghai, destination: beijing },
      expected: { kind: 'found', flight: { flight: 'RE101' } },
    },
    {
      case: 'a route between cities',
      query: { origin: shanghai, destination: beijing },
      expected: { kind: 'found', flight: { flight: 'RE101' } },
    },
    { case: 'no such number', query: { flight: 'RE9' }, expected: { kind: 'none', date: '2026-11-22' } },
    {
      case: 'one that was picked',
      query: {
        flight: 'RE517',
        pick: { flight: 'RE517', date: '2026-11-22', origin: 'WUH', destination: 'KMG', departure: null },
      },
      expected: { kind: 'found', flight: { origin: 'WUH' } },
    },
  ])('$case', async ({ query, expected }) => {
    expect(await look([createFlight(), ...LEGS], { date, ...query })).toMatchObject(expected);
  });
});

describe('a source that fails', () => {
  it.each([
    { failure: 'flights.unreachable', expected: { kind: 'unreachable' } },
    { failure: 'flights.out-of-range', expected: { kind: 'out-of-range', date: '2026-12-24' } },
  ] as const)('$failure is never "no such flight"', async ({ failure, expected }) => {
    const source = new ScriptedFlights([]);
    source.failure = failure;
    const date = { words: 'Christmas Eve', days: ['2026-12-24'] };
    const context = {
      now: new Date('2026-11-22T04:00:00Z'),
      timeZone: 'Asia/Shanghai',
      language: 'en',
    } as const;
    expect(await lookUp(source, { flight: 'RE101', date }, context)).toEqual(expected);
  });

  it('in another way than flights do is not swallowed', async () => {
    const source = new ScriptedFlights([]);
    source.failure = 'storage.unavailable';
    const context = { now: new Date(), timeZone: 'Asia/Shanghai', language: 'en' } as const;
    await expect(lookUp(source, { flight: 'RE101' }, context)).rejects.toThrow('storage.unavailable');
  });
});
