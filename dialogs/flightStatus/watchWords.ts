import { normaliseText } from '../../faq/understanding/normalise.js';
import { listPlainForms } from '../form/commands.js';
import type { FormLexicon } from '../form/lexicon.js';
import type { Offer, WatchLead } from '../offer.js';
import type { Turn } from '../turn.js';

/**
 * Where "tell me when it changes" and "stop telling me about RE101" lead: words that say nothing else, in any language.
 * Undefined for all others, and where there is no flight to be told about.
 */
export function findWatchLead(
  { text, understood, data }: Pick<Turn, 'text' | 'understood' | 'data'>,
  lexicon: FormLexicon,
): WatchLead | undefined {
  const [named, ...others] = understood.entities.flights ?? [];
  if (others.length > 0) return undefined;
  const rest = named === undefined ? text : `${text.slice(0, named.start)} ${text.slice(named.end)}`;
  const forms = listPlainForms(normaliseText(rest), lexicon);
  const isAmong = (words: readonly string[]): boolean => forms.some((form) => words.includes(form));
  if (isAmong(lexicon.list('flight:watch.stopWords'))) {
    return `unwatch:${named?.flight ?? 'all'}`;
  }
  const starts = named === undefined && isAmong(lexicon.list('flight:watch.startWords'));
  return starts ? (findWatchOffer(data.offers) ?? data.lastWatch) : undefined;
}

/** The first button that begins a watch. */
export function findWatchOffer(offers: readonly Offer[]): WatchLead | undefined {
  return offers.map(({ lead }) => lead).find((lead): lead is WatchLead => lead.startsWith('watch:'));
}
