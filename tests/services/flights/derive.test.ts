import { describe, expect, it } from '@jest/globals';
import {
  getDelays,
  getStateFamily,
  listLocalTimes,
  sortByDeparture,
  toLocalMoment,
  type Delays,
  type LocalMoment,
} from '../../../services/flights/derive.js';
import type { Flight } from '../../../services/flights/flight.js';
import { createFlight } from './sampleFlights.js';

describe('getStateFamily', () => {
  it.each([
    [{ status: 'scheduled' }, 'before-departure'],
    [{ status: 'check-in' }, 'before-departure'],
    [{ status: 'boarding' }, 'before-departure'],
    [{ status: 'gate-closed' }, 'before-departure'],
    [{ status: 'delayed' }, 'before-departure'],
    [{ status: 'delayed', actualDeparture: '2026-11-22T19:00+08:00' }, 'in-the-air'],
    [{ status: 'delayed', actualArrival: '2026-11-22T21:00+08:00' }, 'landed'],
    [{ status: 'departed' }, 'in-the-air'],
    [{ status: 'landed' }, 'landed'],
    [{ status: 'arrived' }, 'landed'],
    [{ status: 'diverted' }, 'disrupted'],
    [{ status: 'returned' }, 'disrupted'],
    [{ status: 'cancelled' }, 'disrupted'],
    [{ status: 'unknown' }, 'unknown'],
  ] as [Partial<Flight>, string][])('%j is %s', (changes, family) => {
    expect(getStateFamily(createFlight(changes))).toBe(family);
  });
});

describe('getDelays', () => {
  const estimated = {
    estimatedDeparture: '2026-11-22T18:25+08:00',
    estimatedArrival: '2026-11-22T12:40Z',
  };
  const actual = { actualDeparture: '2026-11-22T18:30:29+08:00', actualArrival: '2026-11-22T20:10+08:00' };
  it.each([
    [{}, { departure: null, arrival: null }],
    [estimated, { departure: 25, arrival: 20 }],
    [
      { ...estimated, ...actual },
      { departure: 30, arrival: -10 },
    ],
    [
      { ...estimated, scheduledDeparture: null },
      { departure: null, arrival: 20 },
    ],
    [
      { ...estimated, status: 'cancelled' },
      { departure: null, arrival: null },
    ],
    [
      { ...actual, status: 'diverted' },
      { departure: 30, arrival: null },
    ],
    [
      { ...actual, status: 'returned' },
      { departure: 30, arrival: null },
    ],
  ] as [Partial<Flight>, Delays][])('%j: %j', (changes, delays) => {
    expect(getDelays(createFlight(changes))).toEqual(delays);
  });
});

describe('toLocalMoment', () => {
  it.each([
    ['2026-11-22T15:40Z', 'PEK', { day: '2026-11-22', time: '23:40', plusDays: 0, zone: 'Asia/Shanghai' }],
    ['2026-11-22T16:00Z', 'PEK', { day: '2026-11-23', time: '00:00', plusDays: 1 }],
    ['2026-11-22T16:00Z', 'LHR', { day: '2026-11-22', time: '16:00', plusDays: 0, offset: '+00:00' }],
    ['2026-11-22T01:00+08:00', 'LAX', { day: '2026-11-21', time: '09:00', plusDays: -1, offset: '-08:00' }],
    ['2026-11-23T16:00Z', 'SYD', { day: '2026-11-24', time: '03:00', plusDays: 2, offset: '+11:00' }],
    ['2026-11-22T23:30+05:30', 'QQQ', { day: '2026-11-22', time: '23:30', zone: null, offset: '+05:30' }],
  ] as [string, string, Partial<LocalMoment>][])('%s at %s', (moment, airport, expected) => {
    expect(toLocalMoment(moment, airport, '2026-11-22')).toMatchObject(expected);
  });

  it('takes the clock change of the day into account', () => {
    expect(toLocalMoment('2026-03-29T00:59Z', 'LHR', '2026-03-29').time).toBe('00:59');
    expect(toLocalMoment('2026-03-29T01:00Z', 'LHR', '2026-03-29').time).toBe('02:00');
  });
});

describe('listLocalTimes', () => {
  it('gives each time at its airport', () => {
    const times = listLocalTimes(
      createFlight({
        origin: 'PVG',
        destination: 'LAX',
        scheduledDeparture: '2026-11-22T13:15Z',
        scheduledArrival: '2026-11-23T01:00Z',
      }),
    );
    expect(times.departure.scheduled).toMatchObject({ time: '21:15', plusDays: 0 });
    expect(times.arrival.scheduled).toMatchObject({ time: '17:00', plusDays: 0, day: '2026-11-22' });
    expect(times.departure.actual).toBeNull();
  });

  const landed = { origin: 'PVG', destination: 'FRA', actualArrival: '2026-11-22T18:00Z' };
  it.each([
    [{ ...landed, status: 'diverted', divertedTo: 'LHR' }, '18:00'],
    [{ ...landed, status: 'returned' }, '02:00'],
    [{ ...landed, status: 'arrived' }, '19:00'],
  ] as [Partial<Flight>, string][])('gives the landing where it landed: %j', (changes, time) => {
    expect(listLocalTimes(createFlight(changes)).arrival.actual?.time).toBe(time);
  });
});

describe('sortByDeparture', () => {
  it('goes by the moment, not by the text, and puts unknown ones last', () => {
    const flights = [null, '2026-11-22T09:00+08:00', '2026-11-22T00:30Z'].map((scheduledDeparture) =>
      createFlight({ scheduledDeparture }),
    );
    expect(sortByDeparture(flights)).toEqual([flights[2], flights[1], flights[0]]);
  });
});
