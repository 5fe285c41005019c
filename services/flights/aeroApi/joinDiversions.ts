import type { Flight } from '../flight.js';
import type { AeroFlight } from './envelope.js';
import { toFlight } from './toFlight.js';

/**
 * The flights of a list, newest first as AeroAPI gives it. A diverted flight comes as two records of one
 * `fa_flight_id`: what was planned, flagged, and what was flown. They become one flight that says where it went; a leg
 * that goes on from there stays a flight of its own.
 */
export function joinDiversions(records: readonly AeroFlight[], updated: Date): Flight[] {
  const groups = new Map<string, AeroFlight[]>();
  const seen = new Set<string>();
  for (const record of records) {
    const id = record.fa_flight_id ?? `${record.ident} ${record.scheduled_out ?? record.scheduled_off ?? ''}`;
    // A list that grows while its pages are read shows a record twice.
    const leg = JSON.stringify([id, record.origin?.code, record.destination?.code]);
    if (seen.has(leg)) continue;
    seen.add(leg);
    groups.set(id, [...(groups.get(id) ?? []), record]);
  }
  return [...groups.values()].flatMap((group) => joinGroup(group, updated));
}

function joinGroup(group: readonly AeroFlight[], updated: Date): Flight[] {
  const planned = group.findLast((record) => record.diverted);
  const diverted = planned && toFlight(planned, updated);
  if (!diverted) return convert(group, updated);
  const others = convert(
    group.filter((record) => record !== planned).map((record) => ({ ...record, diverted: false })),
    updated,
  );
  const flown = others.find((other) => other.origin === diverted.origin);
  const onward = others.filter((other) => other !== flown);
  if (flown && flown.destination !== diverted.destination) {
    const { estimatedArrival, actualArrival } = flown;
    const actualDeparture = diverted.actualDeparture ?? flown.actualDeparture;
    const went = { divertedTo: flown.destination, estimatedArrival, actualArrival, actualDeparture };
    return [{ ...diverted, ...went }, ...onward];
  }
  return [{ ...diverted, divertedTo: onward[0]?.origin ?? null }, ...onward];
}

function convert(records: readonly AeroFlight[], updated: Date): Flight[] {
  return records
    .map((record) => toFlight(record, updated))
    .filter((flight): flight is Flight => flight !== undefined);
}
