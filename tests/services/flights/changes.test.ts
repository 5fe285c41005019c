import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { describeChanges, rememberTold, type FlightChange } from '../../../services/flights/changes.js';
import { FLIGHT_STATUSES, type Flight } from '../../../services/flights/flight.js';
import { createFlight } from './sampleFlights.js';

const at = (time: string): string => `2026-11-22T${time}+08:00`;

describe('describeChanges', () => {
  const known = createFlight({
    gate: '13',
    status: 'check-in',
    estimatedDeparture: at('18:10'),
    estimatedArrival: at('20:30'),
  });
  const table: [changes: Partial<Flight>, expected: FlightChange[]][] = [
    [{}, []],
    [{ updated: at('16:00'), reason: 'weather' }, []],
    [{ status: 'boarding' }, [{ what: 'status', from: 'check-in', to: 'boarding' }]],
    [{ status: 'unknown' }, []],
    [{ status: 'unknown', hint: 'may-be-cancelled' }, [{ what: 'may-be-cancelled' }]],
    [{ estimatedDeparture: at('18:14') }, []],
    [{ estimatedDeparture: '2026-11-22T10:10Z' }, []],
    [
      { estimatedDeparture: at('18:15') },
      [{ what: 'departure', from: at('18:10'), to: at('18:15'), minutes: 5 }],
    ],
    [
      { estimatedDeparture: at('18:00') },
      [{ what: 'departure', from: at('18:10'), to: at('18:00'), minutes: -10 }],
    ],
    [{ estimatedDeparture: null }, []],
    [
      { estimatedDeparture: null, scheduledDeparture: at('19:00') },
      [{ what: 'departure', from: at('18:00'), to: at('19:00'), minutes: 60 }],
    ],
    [{ actualDeparture: at('18:12') }, []],
    [{ actualArrival: at('20:00') }, [{ what: 'arrival', from: at('20:30'), to: at('20:00'), minutes: -30 }]],
    [{ gate: '14' }, [{ what: 'gate', from: '13', to: '14' }]],
    [{ gate: null }, []],
    [{ belt: '7' }, [{ what: 'belt', from: null, to: '7' }]],
    [{ terminal: 'T1' }, [{ what: 'terminal', from: null, to: 'T1' }]],
    [
      { status: 'diverted', divertedTo: 'TSN' },
      [
        { what: 'status', from: 'check-in', to: 'diverted' },
        { what: 'diverted-to', from: null, to: 'TSN' },
      ],
    ],
  ];
  it.each(table)('%j', (changes, expected) => {
    expect(describeChanges(known, { ...known, ...changes })).toEqual(expected);
  });

  it('tells that a flight that might have been cancelled is on', () => {
    const feared = rememberTold(known, { ...known, status: 'unknown', hint: 'may-be-cancelled' });
    expect(describeChanges(feared, known)).toEqual([{ what: 'status', from: 'unknown', to: 'check-in' }]);
  });

  it('tells of small steps once they are large together', () => {
    const step = (time: string): Flight => ({ ...known, estimatedDeparture: at(time) });
    let told = known;
    const tellings = ['18:13', '18:16', '18:19', '18:22'].map((time) => {
      const changes = describeChanges(told, step(time));
      if (changes.length > 0) told = rememberTold(told, step(time));
      return changes.length;
    });
    expect(tellings).toEqual([0, 1, 0, 1]);
  });
});

const moment = fc.option(
  fc.integer({ min: 0, max: 90 }).map((minutes) => at(`19:${String(minutes % 60).padStart(2, '0')}`)),
);
const place = fc.option(fc.constantFrom('1', '2', '3'));
const state: fc.Arbitrary<Flight> = fc
  .record({
    status: fc.constantFrom(...FLIGHT_STATUSES),
    hint: fc.option(fc.constant('may-be-cancelled' as const)),
    divertedTo: fc.option(fc.constantFrom('TSN', 'TYN')),
    scheduledDeparture: moment,
    estimatedDeparture: moment,
    actualDeparture: moment,
    scheduledArrival: moment,
    estimatedArrival: moment,
    actualArrival: moment,
    terminal: place,
    gate: place,
    checkInDesks: place,
    arrivalTerminal: place,
    arrivalGate: place,
    belt: place,
  })
  .map((changes) => createFlight({ ...changes, hint: changes.status === 'unknown' ? changes.hint : null }));

describe('what is told', () => {
  it('is nothing where nothing changed', () => {
    fc.assert(
      fc.property(state, (flight) => {
        expect(describeChanges(flight, flight)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is told once', () => {
    fc.assert(
      fc.property(state, state, (before, after) => {
        expect(describeChanges(rememberTold(before, after), after)).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });

  it('is told once also when the source forgets and remembers', () => {
    fc.assert(
      fc.property(state, (flight) => {
        const forgotten = createFlight({
          status: 'unknown',
          scheduledDeparture: null,
          scheduledArrival: null,
        });
        const told = rememberTold(flight, forgotten);
        expect(describeChanges(told, flight)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is never something the source does not know', () => {
    fc.assert(
      fc.property(state, state, (before, after) => {
        for (const change of describeChanges(before, after)) {
          if (change.what !== 'may-be-cancelled') expect(Object.values(after)).toContain(change.to);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
