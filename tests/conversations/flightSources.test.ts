import { describeTranscripts } from './describeTranscripts.js';
import { ScriptedFlights } from '../dialogs/flightStatus/scriptedFlights.js';
import { createFlight } from '../services/flights/sampleFlights.js';
import { createFlightAnswers } from './flightAnswers.js';
import { openFlights } from './openFlights.js';

const answers = await createFlightAnswers();

/** A source that says yes and no to different numbers, so that one file can tell of all of its moods. */
class MoodyFlights extends ScriptedFlights {
  override find(query: Parameters<ScriptedFlights['find']>[0]) {
    this.failure = query.flight === 'RE404' ? 'flights.unreachable' : undefined;
    const staleSince = query.flight === 'RE2' ? new Date('2026-11-22T08:30:00Z') : null;
    this.source = { ...this.source, staleSince };
    return super.find(query);
  }
}

const HOURLY = Array.from({ length: 14 }, (_, index) =>
  createFlight({
    flight: `RE${700 + index}`,
    origin: 'PVG',
    destination: 'HKG',
    scheduledDeparture: `2026-11-22T${String(7 + index).padStart(2, '0')}:00+08:00`,
    scheduledArrival: null,
  }),
);

const FLIGHTS = [
  ...HOURLY,
  createFlight({ flight: 'RE1', status: 'unknown', hint: 'may-be-cancelled' }),
  createFlight({ flight: 'RE2', status: 'check-in', gate: 'C42', updated: null }),
  createFlight({
    flight: 'RE3',
    date: '2026-11-23',
    scheduledDeparture: '2026-11-23T18:00+08:00',
    scheduledArrival: '2026-11-23T20:20+08:00',
  }),
];

describeTranscripts('flightSources', {
  equip: (ground) => ({ answers, ...openFlights(new MoodyFlights(FLIGHTS), ground) }),
});
