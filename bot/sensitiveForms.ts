import { HARMLESS_CODES, SENSITIVE_WORDS } from '../locales/sensitiveWords.js';

/** Where something begins and ends in a text. */
type Range = readonly [start: number, end: number];

export interface SensitiveForm {
  find(text: string): Range[];
}

const NO_CODE_BEFORE = '(?<![A-Za-z0-9])';
const NO_CODE_AFTER = '(?![A-Za-z0-9])';
const NO_DIGIT_BEFORE = '(?<!\\d)';
const NO_DIGIT_AFTER = '(?!\\d)';

/** Forms that stay readable whatever else they look like: the desk works with them. */
export const KEPT_FORMS: readonly RegExp[] = [
  // Complaint reference, baggage file reference.
  code('C-\\d{8}-[A-Z0-9]{5}', 'gi'),
  code('[A-Z]{3}[A-Z0-9]{2}\\d{5}', 'gi'),
  // Hotlines of companies in China.
  digits('(?:400|800)([ -]?)\\d{3}\\1\\d{4}'),
  // Dates, with or without a time.
  /(?<![\d-])\d{4}([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)/g,
];

export const SENSITIVE_FORMS: readonly SensitiveForm[] = [
  // E-mail. Each may only begin where no letter stands before, which keeps the search linear.
  match(/(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g),
  // Chinese identity number, also grouped; the 15-digit form of before 1999; Hong Kong's; Taiwan's.
  match(digits('\\d{6}([ -]?)(?:\\d{8}|\\d{4}[ -]\\d{4})\\1\\d{3}[\\dXx]')),
  match(digits('[1-9]\\d{5}\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}')),
  match(new RegExp(`${NO_CODE_BEFORE}[A-Z]{1,2}\\d{6}\\([0-9A]\\)`, 'gi')),
  // Passports and travel permits of one letter + 8 to 10 digits, two letters + 7, and of France and Singapore.
  match(code('(?:[A-Z]\\d{8,10}|[A-Z]{2}\\d{7}|\\d{2}[A-Z]{2}\\d{5}|[A-Z]\\d{7}[A-Z])', 'gi')),
  announced(SENSITIVE_WORDS.passport, '(?=[A-Z]*\\d)[A-Z0-9]{7,12}(?![A-Z0-9])'),
  // Payment cards.
  match(digits('(?:[2-6]\\d{15,18}|[13]\\d{14}|3[0689]\\d{12})'), hasCheckDigit),
  match(digits('[2-6]\\d{3}([ .-])\\d{4}\\1\\d{4}\\1\\d{4}(?:\\1\\d{1,3})?'), hasCheckDigit),
  match(digits('[13]\\d{3}([ .-])\\d{6}\\1\\d{4,5}'), hasCheckDigit),
  // Chinese mobile and landline numbers, with or without the country's code.
  match(digits('(?:(?:\\+|00)?86[ -]?)?1[3-9]\\d(?:\\d{8}|[ -]\\d{4}[ -]?\\d{4}|\\d[ -]\\d{3}[ -]\\d{4})')),
  match(digits('(?:\\+|00)86[ -]?\\(?0?(?:10|2\\d|[3-9]\\d{2})\\)?[ -]?\\d{3,4}[ -]?\\d{4}')),
  match(
    digits(
      '(?:0(?:10|2\\d)-? ?\\d{4} ?\\d{4}|0[3-9]\\d{2}-? ?\\d{3,4}[ -]?\\d{4}|\\(0\\d{2,3}\\) ?\\d{3,4}[ -]?\\d{4})',
    ),
  ),
  // Other phone numbers, where their form shows it: a country's code, or the usual grouping.
  match(digits('\\+(?!86)[1-9](?:[ ().-]{0,2}\\d){6,14}')),
  match(digits('00(?!86)[1-9](?:[ ().-]?\\d){8,13}')),
  match(digits('(?:\\((?!400|800)\\d{3}\\) ?|(?!400|800)\\d{3}-)\\d{3}-\\d{4}')),
  match(digits('09\\d{2}[ -]\\d{3}[ -]?\\d{3}')),
  announced(SENSITIVE_WORDS.phone, '\\+?\\d(?:[ ()-]{0,2}\\d){6,14}(?!\\d)'),
  // Booking references: announced, or by their mix of letters and digits.
  announced(
    SENSITIVE_WORDS.booking,
    '(?=[A-Z]*\\d|[A-Z]{5,6}(?![A-Z]))[A-Z0-9]{5,6}(?![A-Z0-9])',
    isLikelyBooking,
  ),
  match(code('(?<!#)(?=[A-Z]*\\d)(?=\\d*[A-Z])[A-Z0-9]{6}', 'g'), isUnlikeOtherCodes),
];

const FLIGHT = /^(?:[A-Z]{2}|[A-Z]\d|\d[A-Z])(?:\d{4}|\d{3}[A-Z])$/;
const AMOUNT = new RegExp(
  `^(?:\\d+(?:${HARMLESS_CODES.units.join('|')})|(?:${HARMLESS_CODES.units.join('|')})\\d+)$`,
);
const DATE = new RegExp(`^\\d{1,2}(?:${HARMLESS_CODES.months.join('|')})\\d*$`);

function isUnlikeOtherCodes(text: string): boolean {
  return !FLIGHT.test(text) && !AMOUNT.test(text) && !DATE.test(text);
}

/** Six letters after the word are a reference only in capitals: "my booking please" has none. */
function isLikelyBooking(text: string): boolean {
  return /\d/.test(text) || text === text.toUpperCase();
}

function hasCheckDigit(text: string): boolean {
  const reversed = [...text.replace(/\D/g, '')].reverse().map(Number);
  const sum = reversed.reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

function match(pattern: RegExp, accepts: (text: string) => boolean = () => true): SensitiveForm {
  return {
    find: (text) =>
      [...text.matchAll(pattern)]
        .filter(([found]) => accepts(found))
        .map(({ 0: found, index }) => [index, index + found.length]),
  };
}

/** Something that is only recognised behind a word that announces it; the word itself stays. */
function announced(
  words: readonly string[],
  form: string,
  accepts: (text: string) => boolean = () => true,
): SensitiveForm {
  const between = `(?:[\\s:#.,=]|${SENSITIVE_WORDS.between.map(boundWord).join('|')}){0,6}`;
  const pattern = new RegExp(
    `(?:${words.map(boundWord).join('|')})${between}(?<!\\w)(?<form>${form})`,
    'dgi',
  );
  return {
    find: (text) =>
      [...text.matchAll(pattern)].flatMap(({ groups, indices }) => {
        const range = indices?.groups?.['form'];
        return range && accepts(groups?.['form'] ?? '') ? [range] : [];
      }),
  };
}

/** Latin words must end where they end ("tel" is not in "hotel"); Chinese has no such ends. */
function boundWord(word: string): string {
  return /[a-z]/.test(word) && !/[\u3400-\u9fff]/.test(word) ? `\\b(?:${word})\\b` : `(?:${word})`;
}

function digits(form: string): RegExp {
  return new RegExp(NO_DIGIT_BEFORE + form + NO_DIGIT_AFTER, 'g');
}

function code(form: string, flags: string): RegExp {
  return new RegExp(NO_CODE_BEFORE + form + NO_CODE_AFTER, flags);
}
