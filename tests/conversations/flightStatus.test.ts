import { DemoSource } from '../../services/flights/demoSource.js';
import { describeTranscripts } from './describeTranscripts.js';
import { createFlightAnswers } from './flightAnswers.js';
import { openFlights } from './openFlights.js';

const answers = await createFlightAnswers();

describeTranscripts('flightStatus', {
  equip: (ground) => ({ answers, ...openFlights(new DemoSource(ground.clock), ground) }),
});
