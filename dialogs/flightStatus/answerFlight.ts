import type { Submission, SubmitContext } from '../form/definition.js';
import type { Offer } from '../offer.js';
import { renderFactsCard } from '../cards/factsCard.js';
import { writeFacts } from '../cards/factsText.js';
import type { Flight } from '../../services/flights/port.js';
import { nameAsAsked } from './flightQuery.js';
import type { FlightDesk } from './flightDesk.js';
import type { DayChoice } from './lookUp.js';
import { nameAgain } from './nameAgain.js';
import { listNextSteps } from './nextSteps.js';
import { offerWatch } from './watchOffers.js';
import { viewFlight } from './viewFlight.js';

export interface FoundFlight {
  readonly flight: Flight;
  readonly chosen: DayChoice;
  /** The number the passenger said. */
  readonly asked: string | undefined;
}

/** How a flight stands, as card and text, and what one does next. */
export async function answerFlight(
  desk: FlightDesk,
  { flight, chosen, asked: said }: FoundFlight,
  { voice, passengerId }: SubmitContext,
): Promise<Submission> {
  const { language } = voice;
  const asked = nameAsAsked(flight, said);
  const facts = viewFlight({ flight, asked, chosen, source: desk.flights.source }, voice);
  const pick = { ...flight, flight: asked, departure: null };
  const again: Offer = {
    words: nameAgain({ flight: asked, pick }, flight.date, voice),
    lead: 'dialog:flight-status',
  };
  const watch =
    desk.flightWatch && offerWatch(flight, asked, await desk.flightWatch.list(passengerId), voice);
  return {
    kind: 'done',
    replies: [
      {
        text: writeFacts(facts, voice),
        card: renderFactsCard(facts, voice.say('flight:caption'), language),
        offers: [
          ...(watch ? [watch] : []),
          ...listNextSteps(flight, language, desk),
          ...(flight.status === 'arrived' ? [] : [again]),
        ],
      },
    ],
  };
}
