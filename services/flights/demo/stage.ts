import { DateTime } from 'luxon';
import { findAirport, findTimeZone } from '../../../locales/places/index.js';
import type { Flight, FlightStatus } from '../flight.js';
import type { DemoStory } from './story.js';
import { TERMINALS, type DemoLeg } from './timetable.js';

/** A leg on a day, as the desk would see it at a moment. */
export function stageFlight(leg: DemoLeg, date: string, story: DemoStory, now: Date): Flight {
  const course = plotCourse(leg, date, story);
  const told: Flight = {
    ...describeSchedule(leg, date, course),
    updated: DateTime.fromJSDate(now, { zone: 'utc' }).startOf('minute').toISO({ suppressSeconds: true }),
  };
  const at = now.getTime();
  if (story.end === 'cancelled' && at >= course.cancelledAt) {
    return { ...told, status: 'cancelled', reason: story.reason };
  }
  addGround(told, story, course, at);
  addTimes(told, story, course, at);
  return told;
}

interface Course {
  readonly originZone: string;
  readonly destinationZone: string;
  readonly scheduledDeparture: number;
  readonly scheduledArrival: number;
  readonly departure: number;
  readonly arrival: number;
  readonly checkIn: number;
  readonly cancelledAt: number;
  /** When it turns away from its destination, and when it lands elsewhere. */
  readonly turnsAt: number;
  readonly landsElsewhereAt: number;
  readonly lostAt: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function plotCourse(leg: DemoLeg, date: string, story: DemoStory): Course {
  const originZone = findTimeZone(leg.origin) ?? 'UTC';
  const scheduledDeparture = DateTime.fromISO(`${date}T${leg.departure}`, { zone: originZone }).toMillis();
  const departure = scheduledDeparture + story.delay * MINUTE;
  const flying = leg.minutes * MINUTE;
  const international = findAirport(leg.origin)?.country !== findAirport(leg.destination)?.country;
  const returns = story.end === 'returned';
  return {
    originZone,
    destinationZone: findTimeZone(leg.destination) ?? 'UTC',
    scheduledDeparture,
    scheduledArrival: scheduledDeparture + flying,
    departure,
    arrival: departure + flying + story.detour * MINUTE,
    checkIn: scheduledDeparture - (international ? 3 : 2) * HOUR,
    cancelledAt: scheduledDeparture - 5 * HOUR,
    turnsAt: departure + (returns ? 25 * MINUTE : flying * 0.7),
    landsElsewhereAt: departure + (returns ? 55 * MINUTE : flying * 0.9),
    lostAt: scheduledDeparture - 30 * MINUTE,
  };
}

function describeSchedule(leg: DemoLeg, date: string, course: Course): Flight {
  return {
    flight: leg.flight,
    codeshares: [...leg.codeshares],
    operatedBy: leg.operatedBy,
    date,
    origin: leg.origin,
    destination: leg.destination,
    divertedTo: null,
    scheduledDeparture: format(course.scheduledDeparture, course.originZone),
    estimatedDeparture: null,
    actualDeparture: null,
    scheduledArrival: format(course.scheduledArrival, course.destinationZone),
    estimatedArrival: null,
    actualArrival: null,
    status: 'scheduled',
    hint: null,
    terminal: TERMINALS[leg.origin] ?? null,
    gate: null,
    checkInDesks: null,
    arrivalTerminal: TERMINALS[leg.destination] ?? null,
    arrivalGate: null,
    belt: null,
    reason: null,
    updated: null,
  };
}

function addGround(told: Flight, story: DemoStory, course: Course, at: number): void {
  if (at >= course.checkIn - HOUR) told.checkInDesks = story.desks;
  if (at >= course.scheduledDeparture - 150 * MINUTE) told.gate = story.gate;
  if (story.laterGate && at >= course.departure - 70 * MINUTE) told.gate = story.laterGate;
  if (story.end === 'arrives' && at >= course.arrival - 30 * MINUTE) told.arrivalGate = story.arrivalGate;
  if (story.end === 'arrives' && at >= course.arrival) told.belt = story.belt;
}

function addTimes(told: Flight, story: DemoStory, course: Course, at: number): void {
  if (story.end === 'lost-sight-of' && at >= course.lostAt) {
    told.status = 'unknown';
    return;
  }
  const announced = story.delay >= 15 && at >= course.scheduledDeparture - 4 * HOUR;
  const off = at >= course.departure;
  if (announced || off) {
    told.estimatedDeparture = format(course.departure, course.originZone);
    told.estimatedArrival = format(course.arrival, course.destinationZone);
    if (story.delay >= 15) told.reason = story.reason;
  }
  if (off) told.actualDeparture = format(course.departure, course.originZone);
  if (off && (story.end === 'diverted' || story.end === 'returned') && at >= course.turnsAt) {
    addTurn(told, story, course, at);
    return;
  }
  told.status = off ? getStatusAfterDeparture(course, at) : getStatusBeforeDeparture(course, announced, at);
  if (at >= course.arrival) told.actualArrival = format(course.arrival, course.destinationZone);
}

function addTurn(told: Flight, story: DemoStory, course: Course, at: number): void {
  const zone = story.end === 'returned' ? course.originZone : (findTimeZone(story.divertedTo ?? '') ?? 'UTC');
  const landing = format(course.landsElsewhereAt, zone);
  told.status = story.end === 'returned' ? 'returned' : 'diverted';
  told.divertedTo = story.divertedTo;
  told.reason = story.reason;
  told.estimatedArrival = landing;
  if (at >= course.landsElsewhereAt) told.actualArrival = landing;
}

function getStatusBeforeDeparture(course: Course, announced: boolean, at: number): FlightStatus {
  if (at >= course.departure - 15 * MINUTE) return 'gate-closed';
  if (at >= course.departure - 45 * MINUTE) return 'boarding';
  if (announced) return 'delayed';
  return at >= course.checkIn ? 'check-in' : 'scheduled';
}

function getStatusAfterDeparture(course: Course, at: number): FlightStatus {
  if (at < course.arrival) return 'departed';
  return at < course.arrival + 15 * MINUTE ? 'landed' : 'arrived';
}

function format(moment: number, zone: string): string | null {
  return DateTime.fromMillis(moment, { zone }).startOf('minute').toISO({ suppressSeconds: true });
}
