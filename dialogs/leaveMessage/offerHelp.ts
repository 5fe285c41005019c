import type { Route } from '../../faq/understanding/route.js';
import type { Desk } from '../desk.js';
import type { FormContext } from '../form/definition.js';
import { offerRoute } from '../leads.js';
import type { Offer } from '../offer.js';

/** What goes on with something, and what begins it: without a reference nobody can say which of the two is meant. */
const BEGINNINGS: Readonly<Partial<Record<Route, Route>>> = {
  'dialog:baggage-claim-status': 'dialog:baggage-claim',
  'dialog:complaint-status': 'dialog:complaint',
};

/**
 * What the desk can do at once about what a message says; nothing where it is not sure. A period may be running (for a
 * bag that is missing), and a message starts no report.
 */
export function offerHelp(
  text: string,
  { voice: { language }, now }: Pick<FormContext, 'voice' | 'now'>,
  desk: Pick<Desk, 'understanding' | 'translate' | 'answers' | 'timeZone'>,
): Offer[] {
  const { route, entities } = desk.understanding.route(text, { language, now, timeZone: desk.timeZone });
  if (route === 'handoff') return [];
  const { fileReferences = [], complaintReferences = [] } = entities;
  const isReferred = fileReferences.length + complaintReferences.length > 0;
  const beginning = isReferred ? undefined : BEGINNINGS[route];
  return [beginning, route].flatMap((each) => (each && offerRoute(each, language, desk)) ?? []);
}
