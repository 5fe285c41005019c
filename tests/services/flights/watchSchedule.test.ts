import { describe, expect, it } from '@jest/globals';
import type { Flight } from '../../../services/flights/flight.js';
import type { Watch } from '../../../services/flights/subscriptions.js';
import { findEnding, planNextLook } from '../../../services/flights/watchSchedule.js';
import { createFlight } from './sampleFlights.js';

const at = (time: string): string => `2026-11-22T${time}+08:00`;
const MINUTE = 60_000;

describe('planNextLook', () => {
  const table: [now: string, flight: Partial<Flight>, minutes: number][] = [
    ['2026-11-10T10:00Z', {}, 12 * 60],
    ['2026-11-20T09:00Z', {}, 61],
    ['2026-11-21T09:00Z', {}, 180],
    ['2026-11-22T03:00Z', {}, 60],
    ['2026-11-22T05:00Z', {}, 15],
    ['2026-11-22T08:30Z', {}, 5],
    ['2026-11-22T08:30Z', { status: 'delayed', estimatedDeparture: at('23:59') }, 60],
    ['2026-11-22T10:30Z', { status: 'unknown' }, 5],
    ['2026-11-23T10:30Z', { status: 'unknown' }, 60],
    ['2026-11-22T10:30Z', { status: 'departed' }, 15],
    ['2026-11-22T11:30Z', { status: 'departed' }, 5],
    ['2026-11-22T11:30Z', { status: 'departed', estimatedArrival: at('23:00') }, 15],
    ['2026-11-22T11:30Z', { status: 'departed', scheduledArrival: null }, 5],
    ['2026-11-22T12:30Z', { status: 'landed' }, 5],
    ['2026-11-22T12:30Z', { status: 'cancelled' }, 60],
    ['2026-11-22T12:30Z', { scheduledDeparture: null }, 5],
  ];
  it.each(table)('at %s for %j: in %i minutes', (now, flight, minutes) => {
    const next = planNextLook(createFlight(flight), new Date(now));
    expect((next.getTime() - Date.parse(now)) / MINUTE).toBe(minutes);
  });
});

describe('findEnding', () => {
  const arrived = { status: 'arrived', actualArrival: at('20:20') } as const;
  const table: [now: string, flight: Partial<Flight>, ending: string | undefined][] = [
    [at('19:00'), {}, undefined],
    [at('20:30'), arrived, undefined],
    [at('20:30'), { ...arrived, belt: '7' }, 'arrived'],
    [at('21:05'), arrived, 'arrived'],
    [at('20:30'), { status: 'arrived', actualArrival: null, updated: null }, 'arrived'],
    [at('20:30'), { ...arrived, status: 'landed', belt: '7' }, undefined],
    [at('23:20'), { ...arrived, status: 'landed' }, 'arrived'],
    ['2026-11-23T15:59+08:00', { status: 'cancelled' }, undefined],
    ['2026-11-23T16:00+08:00', { status: 'cancelled' }, 'over'],
    ['2026-11-23T16:00+08:00', { status: 'diverted' }, 'over'],
    ['2026-11-23T16:00+08:00', { status: 'returned' }, 'over'],
    ['2026-11-23T16:00+08:00', { status: 'delayed' }, undefined],
    ['2026-11-25T18:00+08:00', { status: 'delayed' }, 'expired'],
  ];
  it.each(table)('at %s for %j: %s', (now, changes, ending) => {
    const flight = createFlight(changes);
    const watch: Watch = {
      id: 'w',
      watcher: { id: 'p', conversation: 'c', language: 'en' },
      asked: 'RE101',
      known: flight,
      toldAt: at('16:00'),
      tellings: 1,
    };
    expect(findEnding(watch, flight, new Date(now))).toBe(ending);
  });
});
