import type { Estimate } from './calibration.js';
import type { DialogName, Route } from './route.js';

const OPENS_ENGLISH = /^(?:and|but|or|also|what about|how about|what if|same for|and what|ok and|then|so)\b/;
const OPENS_CHINESE = /^(?:那么|那|还有|另外|如果|要是|换成|换做|要是换)/u;
const ENDS_CHINESE = /呢(?:啊|呀)?$/u;
const MOST_WORDS = 7;
const MOST_CHARACTERS = 12;

/** How much likelier a follow-up means the subject that was just answered than any other. */
const SAME_SUBJECT = 40;
/** And one that only names for whom: whatever is said of children elsewhere, it is the subject's own rule that is meant. */
const SAME_SUBJECT_FOR_WHOM = 5000;
/** The power to which a fragment's shares are taken. */
const SOFTENING = 0.8;
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

/**
 * Leans an estimate towards the category of the route answered before; their sum stays 1. A fragment says too little to be
 * sure by, so its shares are first drawn together.
 */
export function leanToSubject(
  routes: readonly Route[],
  { shares, refusal }: Estimate,
  previous: Route,
  strength = SAME_SUBJECT,
): Estimate {
  const subject = readSubject(previous);
  if (subject === undefined) return { shares, refusal };
  const leant = shares.map((share, label) => {
    const route = routes[label];
    const softened = strength === SAME_SUBJECT ? share ** SOFTENING : share;
    if (route === undefined || route === previous) return softened;
    return readSubject(route) === subject ? softened * strength : softened;
  });
  const refused = (refusal * STILL_OURS) / (refusal * STILL_OURS + 1 - refusal || 1);
  const sum = leant.reduce((total, share) => total + share, 0);
  return { refusal: refused, shares: leant.map((share) => (share * (1 - refused)) / (sum || 1)) };
}

const ENGLISH_CASE = String.raw`(?:(?:business|first|economy|premium(?: economy)?)(?: class| cabin)?|(?:international|domestic|long haul|short haul|connecting|return|round trip|one way)(?: ones?| flights?| routes?| tickets?| trips?)?|(?:to|from) [a-z]+(?: [a-z]+)?|(?:on )?the way back|(?:my |his |her )?(?:wife|husband|friend|partner|companion|second (?:one|bag)))`;
const CHINESE_CASE =
  '(?:(?:商务|公务|头等|经济|超级经济|超经)舱?|(?:国际|国内|往返|单程|联程|长途|短途|回程|返程)(?:的|线|航线|航班|票|机票)?|(?:去|飞|到|从).{2,4}|(?:我)?(?:老公|老婆|朋友|同伴|同行的?人?))';
const onlyEnglishCase = new RegExp(
  `^(?:and|but|or|also|then|so|ok|what about|how about|what if|same|it|its|is|im|i am|if|in|for|on|with|flying|a|an|the| )*\\b${ENGLISH_CASE}$`,
);
const onlyChineseCase = new RegExp(
  `^(?:那么|那|如果|要是|换成|换做|还有|另外)*(?:是|坐|在|对|买)?${CHINESE_CASE}(?:的)?(?:呢|怎么样|也一样吗|一样吗|怎么算)?$`,
  'u',
);

/**
 * Whether a follow-up only names another case of the same question ("and in business class?", 那国际航班呢): the article
 * answered before deals with its cases itself. Expects a normalised text that `isFollowUp`.
 */
export function namesOnlyCase(normalised: string): boolean {
  return onlyEnglishCase.test(normalised) || onlyChineseCase.test(normalised.replaceAll(' ', ''));
}

const onlyEnglishWho =
  /^(?:and|but|or|also|what about|how about|what if|same|it is|its|for|with|i have|im|a|an|the|my|our| )*\b(?:kid|child|infant|baby|toddler|minor|student|senior|elderly)(?:s|ren)?$|^(?:and|but|what about|how about|for|with|the|my| )*\bbabies$/;
const onlyChineseWho =
  /^(?:那么|那|如果|要是|换成|换做|还有|另外)*(?:是|带|给|我家)?(?:儿童|小孩子?|孩子|婴儿|婴幼儿|宝宝|娃|小朋友|老人|学生)(?:的)?(?:呢|怎么算|怎么样|也一样吗)?$/u;

/** How strongly a follow-up belongs to the subject before it. Expects a normalised text that `isFollowUp`. */
export function measureBelonging(normalised: string): number {
  return onlyEnglishWho.test(normalised) || onlyChineseWho.test(normalised.replaceAll(' ', ''))
    ? SAME_SUBJECT_FOR_WHOM
    : SAME_SUBJECT;
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
