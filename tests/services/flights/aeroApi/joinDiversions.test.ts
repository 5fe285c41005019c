import { describe, expect, it } from '@jest/globals';
import { aeroFlightSchema } from '../../../../services/flights/aeroApi/envelope.js';
import { joinDiversions } from '../../../../services/flights/aeroApi/joinDiversions.js';
import type { Flight } from '../../../../services/flights/flight.js';
import { createRecord } from './aeroApiServer.js';

const FETCHED = new Date('2026-11-22T08:00:00Z');

function convert(...records: Record<string, unknown>[]): Flight[] {
  return joinDiversions(
    records.map((record) => aeroFlightSchema.parse(createRecord(record))),
    FETCHED,
  );
}

const OFF = { actual_out: '2026-11-22T10:05:00Z', actual_off: '2026-11-22T10:16:00Z' };
const ON = { ...OFF, actual_on: '2026-11-22T12:20:00Z' };
const IN = { ...ON, actual_in: '2026-11-22T12:28:00Z' };
const TIANJIN = { code: 'ZBTJ', code_icao: 'ZBTJ', code_iata: 'TSN', timezone: 'Asia/Shanghai' };

describe('a flight of AeroAPI', () => {
  const table: [name: string, record: Record<string, unknown>, expected: Partial<Flight>][] = [
    ['scheduled', {}, { status: 'scheduled', actualDeparture: null, terminal: '2', gate: null }],
    ['delays are seconds', { departure_delay: 899 }, { status: 'scheduled' }],
    ['delays are seconds', { departure_delay: 900 }, { status: 'delayed' }],
    ['early', { departure_delay: -1800 }, { status: 'scheduled' }],
    [
      'a delay that only the estimate tells',
      { departure_delay: null, estimated_out: '2026-11-22T10:40:00Z' },
      { status: 'delayed', estimatedDeparture: '2026-11-22T18:40+08:00' },
    ],
    ['left the gate', { actual_out: '2026-11-22T10:05:00Z' }, { status: 'departed' }],
    ['off', OFF, { status: 'departed', actualDeparture: '2026-11-22T18:05+08:00' }],
    ['on', ON, { status: 'landed', actualArrival: '2026-11-22T20:20+08:00' }],
    ['in', { ...IN, baggage_claim: '17' }, { status: 'arrived', belt: '17' }],
    [
      'no longer tracked',
      { cancelled: true, status: 'Cancelled' },
      { status: 'unknown', hint: 'may-be-cancelled' },
    ],
    ['no longer tracked in the air', { ...OFF, cancelled: true }, { status: 'departed', hint: null }],
    ['arrived though marked', { ...IN, cancelled: true }, { status: 'arrived', hint: null }],
    ['result unknown', { status: 'result unknown' }, { status: 'unknown', hint: null }],
    ['back at the gate', { ...OFF, status: 'Returned to Gate' }, { status: 'returned' }],
    ['runway times only', { scheduled_out: null }, { scheduledDeparture: '2026-11-22T18:10+08:00' }],
    ['flown by another', { operator_iata: 'FM' }, { operatedBy: 'FM' }],
    ['ICAO number only', { ident_iata: null }, { flight: 'MU5101', operatedBy: null }],
    ['codeshares', { codeshares_iata: ['af0051', 'nonsense'] }, { codeshares: ['AF51'] }],
    [
      'an airport without IATA code',
      { destination: { code: 'ZXXX', timezone: ':Asia/Tokyo' } },
      { destination: 'ZXXX', scheduledArrival: '2026-11-22T21:20+09:00' },
    ],
  ];
  it.each(table)('%s: %j', (_name, record, expected) => {
    expect(convert(record)).toEqual([expect.objectContaining(expected)]);
  });

  it.each([{ origin: null }, { destination: null }, { ident: 'N123AB', ident_iata: null }])(
    'is none without what a passenger knows it by: %j',
    (record) => expect(convert(record)).toEqual([]),
  );

  it('leaves out when a diverted flight lands while nobody says where', () => {
    expect(convert({ ...IN, diverted: true })).toEqual([
      expect.objectContaining({
        status: 'diverted',
        divertedTo: null,
        actualArrival: null,
        destination: 'PEK',
      }),
    ]);
  });

  it.each([['first'], ['last']])('joins a diverted flight with what was flown (planned %s)', (place) => {
    const planned = { diverted: true };
    const flown = { ...IN, destination: TIANJIN };
    expect(convert(...(place === 'first' ? [planned, flown] : [flown, planned]))).toEqual([
      expect.objectContaining({
        status: 'diverted',
        destination: 'PEK',
        divertedTo: 'TSN',
        actualDeparture: '2026-11-22T18:05+08:00',
        actualArrival: '2026-11-22T20:28+08:00',
      }),
    ]);
  });

  it('keeps the leg that goes on from where it was diverted to', () => {
    const onward = { origin: TIANJIN, scheduled_out: '2026-11-22T15:00:00Z' };
    expect(convert(onward, { ...OFF, diverted: true })).toEqual([
      expect.objectContaining({ origin: 'SHA', destination: 'PEK', divertedTo: 'TSN' }),
      expect.objectContaining({ origin: 'TSN', destination: 'PEK', status: 'scheduled' }),
    ]);
  });

  it('keeps two legs of one number apart', () => {
    const second = { fa_flight_id: 'another', origin: TIANJIN };
    expect(convert(second, {}).map(({ origin }) => origin)).toEqual(['TSN', 'SHA']);
  });
});
