import type { Estimate } from './calibration.js';
import type { DialogName, Route } from './route.js';

const OPENS_ENGLISH = /^(?:and|but|or|also|what about|how about|what if|same for|and what|ok and|then|so)\b/;
const OPENS_CHINESE = /^(?:那么|那|还有|另外|如果|要是|换成|换做|要是换)/u;
const ENDS_CHINESE = /呢(?:啊|呀)?$/u;
const MOST_WORDS = 7;
const MOST_CHARACTERS = 12;

/** How much likelier a follow-up means the subject that was just answered than any other. */
const SAME_SUBJECT = 20;
/** And how much less likely it is not for us: it was said to go on with what was. */
const STILL_OURS = 0.12;

/** Short, and phrased as going on: "and for kids?", 那儿童呢. Expects a normalised text. */
export function isFollowUp(normalised: string): boolean {
  if (/\p{Script=Han}/u.test(normalised)) {
    const isShort = [...normalised].length <= MOST_CHARACTERS;
    return isShort && (OPENS_CHINESE.test(normalised) || ENDS_CHINESE.test(normalised));
  }
  return OPENS_ENGLISH.test(normalised) && normalised.split(' ').length <= MOST_WORDS;
}

/** Leans an estimate towards the category of the route answered before; their sum stays 1. */
export function leanToSubject(
  routes: readonly Route[],
  { shares, refusal }: Estimate,
  previous: Route,
): Estimate {
  const subject = readSubject(previous);
  if (subject === undefined) return { shares, refusal };
  const leant = shares.map((share, label) => {
    const route = routes[label];
    if (route === undefined || route === previous) return share;
    return readSubject(route) === subject ? share * SAME_SUBJECT : share;
  });
  const refused = (refusal * STILL_OURS) / (refusal * STILL_OURS + 1 - refusal || 1);
  const sum = leant.reduce((total, share) => total + share, 0);
  return { refusal: refused, shares: leant.map((share) => (share * (1 - refused)) / (sum || 1)) };
}

const SUBJECT_OF_DIALOG: Readonly<Record<DialogName, string>> = {
  'flight-status': 'flight-status',
  'baggage-claim': 'baggage-claim',
  'baggage-claim-status': 'baggage-claim',
  complaint: 'complaint',
  'complaint-status': 'complaint',
  'special-assistance': 'special',
};

/** The category of an article, or the one a dialog belongs to. */
function readSubject(route: Route): string | undefined {
  const [kind, name = ''] = route.split(':');
  if (kind === 'faq') return name.split('.')[0];
  return kind === 'dialog' ? SUBJECT_OF_DIALOG[name as DialogName] : undefined;
}
