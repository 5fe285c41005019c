import type { Activity } from 'botbuilder';
import { KEPT_FORMS, SENSITIVE_FORMS } from './sensitiveForms.js';

const MASK = '•';
const MOST_PASSES = 8;
const FEWEST_DIGITS = 7;
const PART_BEFORE = /[\w.%+-]/;
const PART_AFTER = /\w/;
// Read by programs: masked they would lead nowhere, and no passenger typed them.
const TECHNICAL_KEYS = new Set([
  'id',
  'type',
  'contentType',
  'contentUrl',
  'thumbnailUrl',
  'url',
  'iconUrl',
  'backgroundImage',
  '$schema',
  'version',
]);

/**
 * Masks identity and passport numbers, payment cards, phone numbers, e-mail addresses and booking references:
 * each of their letters and digits becomes a dot, so the length of the text and the place of everything else
 * stay. Names and postal addresses are not recognised. Flights, bag tags, the desk's own references, dates and
 * amounts stay readable. Masking twice changes nothing more.
 *
 * `publicTexts`: what stays readable although it looks private, such as the airline's own numbers and addresses.
 */
export function redactText(text: string, publicTexts: readonly string[] = []): string {
  let redacted = text;
  // What was masked may have hidden where the next one, written without a gap, begins.
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const before = redacted;
    redacted = redactOnce(before, publicTexts);
    if (redacted === before) break;
  }
  return redacted;
}

function redactOnce(text: string, publicTexts: readonly string[]): string {
  let visible = foldWidth(text);
  for (const known of publicTexts) visible = hidePublic(visible, foldWidth(known));
  for (const form of KEPT_FORMS) visible = visible.replace(form, blank);
  const characters = text.split('');
  for (const [start, end] of SENSITIVE_FORMS.flatMap((form) => form.find(visible))) {
    const masked = text.slice(start, end).replace(/[\p{L}\p{N}]/gu, maskCharacter);
    characters.splice(start, end - start, ...masked.split(''));
  }
  return characters.join('');
}

/** A copy with every text a passenger or a bot may have put words in masked; ids and links stay as they are. */
export function redactActivity(
  activity: Partial<Activity>,
  publicTexts: readonly string[] = [],
): Partial<Activity> {
  const redactOne = (text: string): string => redactText(text, publicTexts);
  const redactAll = <T>(value: T): T => redactDeep(value, redactOne) as T;
  const redacted: Partial<Activity> = { ...activity };
  if (activity.text !== undefined) redacted.text = redactOne(activity.text);
  if (activity.speak !== undefined) redacted.speak = redactOne(activity.speak);
  if (activity.summary !== undefined) redacted.summary = redactOne(activity.summary);
  if (activity.value !== undefined) redacted.value = redactAll<unknown>(activity.value);
  if (activity.attachments) redacted.attachments = redactAll(activity.attachments);
  if (activity.suggestedActions) redacted.suggestedActions = redactAll(activity.suggestedActions);
  if (activity.channelData !== undefined)
    redacted.channelData = redactChannelData(activity.channelData, redactAll);
  return redacted;
}

/** What a button pressed says is put here by clients; the rest are ids and flags of the channel. */
function redactChannelData(channelData: unknown, redactAll: (value: unknown) => unknown): unknown {
  if (typeof channelData !== 'object' || channelData === null || !('messageBack' in channelData))
    return channelData;
  return { ...channelData, messageBack: redactAll(channelData.messageBack) };
}

function redactDeep(value: unknown, redactOne: (text: string) => string): unknown {
  if (typeof value === 'string') return value.startsWith('data:') ? value : redactOne(value);
  if (typeof value === 'number') return redactNumber(value, redactOne);
  if (Array.isArray(value)) return value.map((each: unknown) => redactDeep(each, redactOne));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [
      key,
      TECHNICAL_KEYS.has(key) ? each : redactDeep(each, redactOne),
    ]),
  );
}

/** A form's number field may hold a phone number as a number. */
function redactNumber(value: number, redactOne: (text: string) => string): number | string {
  const text = String(value);
  const redacted = redactOne(text);
  return redacted === text ? value : redacted;
}

/** Full-width letters, digits and signs as half-width ones, each in its place. */
function foldWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}

function maskCharacter(character: string): string {
  return MASK.repeat(character.length);
}

/** Hides where it stands by itself: 110 within a passenger's own number is theirs. */
function hidePublic(text: string, known: string): string {
  // Short numbers are never taken for private, and would tear a longer one apart that is.
  if (!known.includes('@') && known.replace(/\D/g, '').length < FEWEST_DIGITS) return text;
  return text.replaceAll(known, (found, at: number) => {
    const isPart = PART_BEFORE.test(text.charAt(at - 1)) || PART_AFTER.test(text.charAt(at + found.length));
    return isPart ? found : blank(found);
  });
}

function blank(text: string): string {
  return '\0'.repeat(text.length);
}
