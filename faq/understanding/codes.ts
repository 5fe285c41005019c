import { findAirline, findAirport } from '../../locales/places/index.js';
import type { CodeEntity } from './entities.js';
import type { FoldedText } from './offsets.js';
import { ENGLISH_TWO_LETTER_WORDS } from './shortWords.js';

const COMPLAINT = /(?<![a-z0-9])c[ -]?(20\d\d)[ -]?(\d\d)[ -]?(\d\d)[ -]?([2-9a-hj-np-z]{5})(?![a-z0-9])/g;

/** Complaint references, `C-20261122-AB2CD` in any case and with or without its hyphens. */
export function findComplaintReferences(text: FoldedText): CodeEntity[] {
  return findCodes(text, COMPLAINT, ([, year, month, day, ending]) =>
    Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
      ? `C-${year}${month}${day}-${ending}`
      : undefined,
  );
}

const FILE_REFERENCE =
  /(?<![a-z0-9])([a-z]{3})([ -]?)([a-z][a-z0-9]|[0-9][a-z])([ -]?)(\d(?: ?\d){4})(?![a-z0-9]| \d)/g;

/** Baggage file references; station and airline set apart are believed only when both are known. */
export function findFileReferences(text: FoldedText): CodeEntity[] {
  return findCodes(
    text,
    FILE_REFERENCE,
    ([whole = '', station = '', gap, airline = '', , digits = ''], start) => {
      const written = text.cased.slice(start, start + whole.length);
      const inCapitals = written === written.toUpperCase();
      const isKnown = findAirline(airline) && (findAirport(station) || !gap);
      const isWrittenAsOne = inCapitals && !gap && !WORDS_BEFORE_NUMBERS.test(whole);
      if (!isKnown && !isWrittenAsOne) return undefined;
      return station + airline + digits.replaceAll(' ', '');
    },
  );
}

const WORDS_BEFORE_NUMBERS = /^(order|hotel|phone|postal|ticke|visit|claim|refer|number)/;
// Printed as one number, or in the groups tags are printed in.
const TAG_DIGITS = /(?<![\da-z+]|\d[ .:/-])(\d{10}|\d{4}[ -]\d{6}|\d[ -]\d{3}[ -]\d{6})(?!\d|[ .:/-]\d)/g;
const TAG_WITH_AIRLINE =
  /(?<![a-z0-9]|[a-z0-9][_./-])([a-z][a-z0-9]|[0-9][a-z])([ -]?)(\d{3} ?\d{3})(?![\da-z]|[ .:/-]\d)/g;
const PHONE_BEFORE =
  /(?:电话|手机|号码是|致电|拨打|打|微信|qq|phone|mobile|cell|tel|call(?:ed|ing)?|whatsapp|wechat)(?: number)?(?: is| at|是|为)?[ :.号]*$/;
const BOOKING_BEFORE = /(?:订单|order|booking|pnr|tracking)(?:号|编号|status|number|no\.?| )*[ :是]*$/;

/** Bag tags: ten digits that are no telephone or order number, or an airline's code and six digits. */
export function findBagTags(text: FoldedText): CodeEntity[] {
  const digits = findCodes(text, TAG_DIGITS, ([whole], start) => {
    const before = text.lower.slice(Math.max(0, start - 24), start);
    return PHONE_BEFORE.test(before) || BOOKING_BEFORE.test(before) ? undefined : whole.replace(/[ -]/g, '');
  });
  const withAirline = findCodes(text, TAG_WITH_AIRLINE, ([, airline = '', gap, serial = ''], start) => {
    if (!findAirline(airline)) return undefined;
    const isLower = text.cased.startsWith(airline, start);
    if (isLower && gap && ENGLISH_TWO_LETTER_WORDS.has(airline)) return undefined;
    return airline + serial.replace(' ', '');
  });
  return [...digits, ...withAirline];
}

function findCodes(
  text: FoldedText,
  pattern: RegExp,
  read: (match: RegExpMatchArray & { 0: string }, start: number) => string | undefined,
): CodeEntity[] {
  const found: CodeEntity[] = [];
  for (const match of text.lower.matchAll(pattern)) {
    const code = read(match, match.index);
    if (code)
      found.push({ ...text.locate(match.index, match.index + match[0].length), code: code.toUpperCase() });
  }
  return found;
}
