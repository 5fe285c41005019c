import type { Language } from '../../locales/language.js';
import { findBagTags, findComplaintReferences, findFileReferences } from './codes.js';
import { findDates } from './dates.js';
import type { Entities, Span } from './entities.js';
import { findFlightNumbers } from './flightNumbers.js';
import { foldText } from './offsets.js';
import { findPlaces } from './places.js';

export interface EntityContext {
  readonly now: Date;
  /** IANA zone in whose calendar "tomorrow" is meant. */
  readonly timeZone: string;
  readonly language: Language;
}

/** What stands further on is not looked at: nobody types that much, and time must not grow with it. */
const LONGEST_TEXT = 4_000;

/**
 * Flight numbers, dates, places and references a passenger mentions, in the order of the text. Spans refer to the text
 * as given and do not overlap. Never throws; of a very long text only the beginning is read.
 */
export function extractEntities(text: string, context: EntityContext): Entities {
  const folded = foldText(text.slice(0, LONGEST_TEXT));
  const taken: Span[] = [];
  // The most specific forms come first: ten digits inside a reference are no bag tag, "MU5137" in it no flight.
  const complaintReferences = claim(findComplaintReferences(folded), taken);
  const fileReferences = claim(findFileReferences(folded), taken);
  const bagTags = claim(findBagTags(folded), taken);
  const flights = claim(findFlightNumbers(folded), taken);
  const dates = claim(findDates(folded, context), taken);
  const places = claim(findPlaces(folded), taken);
  return {
    ...(flights.length > 0 && { flights }),
    ...(dates.length > 0 && { dates }),
    ...(places.length > 0 && { places }),
    ...(bagTags.length > 0 && { bagTags }),
    ...(fileReferences.length > 0 && { fileReferences }),
    ...(complaintReferences.length > 0 && { complaintReferences }),
  };
}

/** Keeps what lies on ground that nothing else has taken, and takes that ground. */
function claim<Found extends Span>(found: readonly Found[], taken: Span[]): Found[] {
  const kept = found.filter((one) => {
    const isFree = taken.every((other) => one.end <= other.start || one.start >= other.end);
    if (isFree) taken.push(one);
    return isFree;
  });
  return kept.sort((a, b) => a.start - b.start);
}
