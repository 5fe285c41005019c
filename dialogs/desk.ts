import type { AnswerBook } from '../faq/answerBook.js';
import type { Understanding } from '../faq/understanding/route.js';
import type { Language } from '../locales/language.js';
import type { Translate } from '../locales/index.js';
import type { PageLinks } from './casePage.js';
import type { Clock } from '../services/clock.js';
import type { CaseDesk } from '../services/cases/caseDesk.js';
import type { Handoffs } from '../services/desk/handoffs.js';
import type { Surveys } from '../services/desk/surveys.js';
import type { FlightWatch } from '../services/flights/flightWatch.js';
import type { Flights } from '../services/flights/port.js';
import type { FeedbackLog } from '../services/quality/feedback.js';

/** What the conversations work with; each is handed in, so that a test can hand in another. */
export interface Desk {
  readonly translate: Translate;
  readonly answers: AnswerBook;
  readonly understanding: Understanding;
  readonly feedback: FeedbackLog;
  /** Claims, complaints and assistance; without it their dialogs are not offered. */
  readonly cases?: CaseDesk;
  /** Without it, no case has a page of its own. */
  readonly pages?: PageLinks;
  /** Without it, flights cannot be asked for here. */
  readonly flights?: Flights;
  /** Without it, nobody is told when a flight changes. */
  readonly flightWatch?: Pick<FlightWatch, 'subscribe' | 'unsubscribe' | 'list'>;
  /** Without it, no person can be called into the conversation. */
  readonly handoffs?: Handoffs;
  /** Without it, what passengers think of a talk is not kept. */
  readonly surveys?: Surveys;
  readonly clock: Clock;
  /** IANA zone in which the airline's days begin and end. */
  readonly timeZone: string;
}

/** Who is spoken with, in this turn. */
export interface Passenger {
  readonly conversationId: string;
  readonly language: Language;
}
