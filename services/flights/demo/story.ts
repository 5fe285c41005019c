import { createHash } from 'node:crypto';
import type { FLIGHT_REASONS } from '../flight.js';
import type { DemoLeg } from './timetable.js';

type Reason = (typeof FLIGHT_REASONS)[number];

/** What will become of one leg on one day. */
export interface DemoStory {
  readonly end: 'arrives' | 'cancelled' | 'diverted' | 'returned' | 'lost-sight-of';
  /** Minutes it leaves after schedule; small ones show only once it has left. */
  readonly delay: number;
  /** Minutes it is longer (or, below 0, shorter) in the air than planned. */
  readonly detour: number;
  readonly gate: string;
  /** The gate it is moved to before boarding. */
  readonly laterGate: string | null;
  readonly desks: string;
  readonly belt: string;
  readonly arrivalGate: string;
  readonly reason: Reason | null;
  readonly divertedTo: string | null;
}

// The same number has the same fate every day, so that a guide can say what to type to see it.
const FATES: Readonly<Record<string, Partial<DemoStory>>> = {
  RE101: { delay: 0, laterGate: null, reason: null },
  RE103: { laterGate: 'C58', gate: 'C42', delay: 0, reason: null },
  RE106: { delay: 75, reason: 'air-traffic-control' },
  RE113: { end: 'cancelled', reason: 'weather' },
  RE119: { delay: 130, reason: 'late-aircraft' },
  RE129: { end: 'returned', delay: 10, reason: 'technical' },
  RE139: { end: 'cancelled', reason: 'crew' },
  RE158: { end: 'returned', delay: 5, reason: 'technical' },
  RE818: { end: 'cancelled', reason: 'technical' },
  RE822: { end: 'diverted', delay: 20, reason: 'medical', divertedTo: 'KMG' },
  RE852: { delay: 210, reason: 'technical' },
  RE855: { end: 'diverted', delay: 35, reason: 'weather', divertedTo: 'AMS' },
  RE866: { delay: 55, reason: 'airport' },
  RE161: { end: 'lost-sight-of', delay: 0, reason: null },
  LH7642: { end: 'lost-sight-of', delay: 0, reason: null },
};

const REASONS: readonly Reason[] = [
  'air-traffic-control',
  'late-aircraft',
  'weather',
  'technical',
  'airport',
];

/** The same leg on the same day always has the same story. */
export function tellStory(leg: DemoLeg, date: string): DemoStory {
  const bytes = createHash('sha256').update(`${leg.flight} ${leg.origin} ${date}`).digest();
  const draw = (index: number, below: number): number => bytes.readUInt16BE(index * 2) % below;
  const late = draw(0, 100) < 18;
  const pier = 'ABCDEFGH'[draw(4, 8)] ?? 'A';
  return {
    end: draw(1, 200) === 0 ? 'cancelled' : 'arrives',
    delay: late ? 20 + draw(2, 120) : draw(2, 13),
    detour: draw(3, 25) - 15,
    gate: `${pier}${1 + draw(5, 60)}`,
    laterGate: draw(6, 100) < 8 ? `${pier}${61 + draw(7, 20)}` : null,
    desks: `${pier}${1 + draw(8, 9)}-${pier}${11 + draw(9, 9)}`,
    belt: String(1 + draw(10, 24)),
    arrivalGate: String(1 + draw(11, 70)),
    reason: late ? (REASONS[draw(12, REASONS.length)] ?? null) : null,
    divertedTo: null,
    ...FATES[leg.flight],
  };
}
