import type { Language } from '../../locales/language.js';
import type { Entities } from './entities.js';

export const DIALOG_NAMES = [
  'flight-status',
  'baggage-claim',
  'baggage-claim-status',
  'complaint',
  'complaint-status',
  'special-assistance',
] as const;
export type DialogName = (typeof DIALOG_NAMES)[number];

/** Where an utterance leads: an answer, a dialog, a person, small talk, a language switch, a question back, or nowhere. */
export type Route =
  | `faq:${string}`
  | `dialog:${DialogName}`
  | `smalltalk:${string}`
  | 'handoff'
  | 'language'
  | 'clarify'
  | 'none';

export interface Candidate {
  readonly route: Route;
  /** The share of cases in which such a candidate is right, 0 to 1. */
  readonly score: number;
}

/** What came before, as far as it changes what an utterance means. */
export interface RouteContext {
  readonly language: Language;
  /** The route that was answered last: a follow-up ("and for kids?") refers to it. */
  readonly previousRoute?: Route;
  /** Now, for dates in words; and the passenger's day in that zone. */
  readonly now: Date;
  /** IANA zone, `Asia/Shanghai` when not known. */
  readonly timeZone?: string;
}

export interface Understood {
  readonly route: Route;
  readonly score: number;
  /** Best first, at most five; `clarify` offers its first two or three. `none` is never among them. */
  readonly candidates: readonly Candidate[];
  readonly entities: Entities;
  /** What a second question of the same message leads to, where it is sure; the route is then that of the first one. */
  readonly second?: Route;
  /** Set where the passenger sounds upset, whatever it is about. */
  readonly upset?: true;
}

/** Turns what a passenger wrote into a route. Never throws, whatever the text. */
export interface Understanding {
  route(text: string, context: RouteContext): Understood;
}
