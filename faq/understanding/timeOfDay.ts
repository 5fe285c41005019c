import { normaliseText } from './normalise.js';

/** A time of day as somebody says it. */
export type SpokenTime =
  /** Minutes after midnight it can mean, the likeliest first: "9" is nine in the morning, or else in the evening. */
  | { readonly kind: 'at'; readonly minutes: readonly number[] }
  /** So many minutes from now. */
  | { readonly kind: 'in'; readonly minutes: number };

const NUMBER = '(?:\\d{1,2}|[零〇一二两三四五六七八九十]{1,3})';
const ENGLISH_NUMBERS = [
  ...[
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
] as const;
const ENGLISH_NUMBER = `(?:\\d{1,2}|${ENGLISH_NUMBERS.slice(1).join('|')})`;

/** When no hour is said, this one is meant; it is read back before anything is done. */
const PARTS = [
  { part: 'night', words: /凌晨|半夜|midnight|early hours/, hour: undefined },
  { part: 'morning', words: /早上|早晨|清晨|上午|今早|明早|朝早|上昼|morning/, hour: 10 },
  { part: 'noon', words: /中午|正午|\bnoon\b|midday|lunchtime/, hour: 12 },
  { part: 'afternoon', words: /下午|午后|下昼|晏昼|afternoon/, hour: 15 },
  { part: 'evening', words: /傍晚|晚上|夜里|夜晚|今晚|明晚|后晚|夜间|evening|tonight|\bnight/, hour: 19 },
] as const;
type Part = (typeof PARTS)[number]['part'];

const CHINESE = new RegExp(`(${NUMBER})(?:点钟|点整|点|时(?!间|候)|:)(?:(半)|(一刻)|(三刻)|(${NUMBER})分?)?`);
const CLOCK = /(?<![\d.:])(\d{1,2})[:.](\d{2})(?![\d.:])(?: ?(am|pm|a m|p m)\b)?/;
const HALF_DAY = new RegExp(`(?<![\\d.:])\\b(${ENGLISH_NUMBER})(?: ?oclock)? ?(am|pm|a m|p m)\\b`);
const SPOKEN = new RegExp(`\\b(half past|quarter past|quarter to) (${ENGLISH_NUMBER})\\b`);
const ON_THE_HOUR = new RegExp(`\\b(${ENGLISH_NUMBER}) ?oclock\\b`);
const AT = new RegExp(`\\b(?:at|around|about|after|from|by|before) (${ENGLISH_NUMBER})(?![\\d:.])\\b`);
const ALONE = /^\d{1,2}$/;

const IN_ENGLISH = new RegExp(
  `\\bin (?:about )?(half an|an|a|${ENGLISH_NUMBER})(?: and a half)? (hour|minute)s?(?: and a half)?`,
);
const IN_CHINESE = new RegExp(`(半|${NUMBER})个?(半)?(?:小时|钟头|钟)(半)?(?:之后|以后|后)`);
const MINUTES_CHINESE = new RegExp(`(${NUMBER}|\\d{2,3})分钟?(?:之后|以后|后)`);

/** The time of day a text names, in English or Chinese of any script; undefined where it names none. */
export function findTimeOfDay(text: string): SpokenTime | undefined {
  const plain = normaliseText(text);
  const from = findInterval(plain);
  if (from !== undefined) return { kind: 'in', minutes: from };
  const part = PARTS.find(({ words }) => words.test(plain));
  const clock = findClock(plain);
  if (clock === undefined) {
    const hour = part?.hour;
    return hour === undefined ? undefined : { kind: 'at', minutes: [hour * 60] };
  }
  const minutes = listHours(clock, part?.part).map((hour) => hour * 60 + clock.minute);
  return minutes.length === 0 ? undefined : { kind: 'at', minutes };
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly half?: 'am' | 'pm';
  /** Written as the 24-hour clock writes it: 08:00. */
  readonly isExact?: boolean;
}

function findClock(text: string): Clock | undefined {
  const clock = findWrittenClock(text) ?? findSpokenClock(text) ?? findChineseClock(text);
  return clock && clock.hour <= 24 && clock.minute < 60 ? clock : undefined;
}

function findWrittenClock(text: string): Clock | undefined {
  const written = CLOCK.exec(text);
  if (written) {
    const [, hour = '', minute = '', half] = written;
    return { hour: Number(hour), minute: Number(minute), isExact: hour.startsWith('0'), ...readHalf(half) };
  }
  const [, hour, half] = HALF_DAY.exec(text) ?? [];
  return hour === undefined ? undefined : { hour: readEnglish(hour), minute: 0, ...readHalf(half) };
}

function findSpokenClock(text: string): Clock | undefined {
  const [, how, named] = SPOKEN.exec(text) ?? [];
  if (named !== undefined) {
    const hour = readEnglish(named);
    if (how === 'quarter to') return { hour: hour === 1 ? 12 : hour - 1, minute: 45 };
    return { hour, minute: how === 'half past' ? 30 : 15 };
  }
  const hour = ON_THE_HOUR.exec(text)?.[1] ?? AT.exec(text)?.[1] ?? ALONE.exec(text)?.[0];
  return hour === undefined ? undefined : { hour: readEnglish(hour), minute: 0 };
}

function findChineseClock(text: string): Clock | undefined {
  const [, hour, half, quarter, threeQuarters, minute] = CHINESE.exec(text) ?? [];
  if (hour === undefined) return undefined;
  const past = half ? 30 : quarter ? 15 : threeQuarters ? 45 : minute ? readChinese(minute) : 0;
  return { hour: readChinese(hour), minute: past };
}

/** The hours of the day that are possible. Calls are wanted by day: a bare 3 is three in the afternoon. */
function listHours({ hour, half, isExact }: Clock, part: Part | undefined): number[] {
  const early = hour % 12;
  const late = early + 12;
  if (half !== undefined) return [half === 'am' ? early : late];
  if (hour > 12) return hour === 24 ? [] : [hour];
  switch (part) {
    case 'night':
    case 'morning':
      return [early];
    case 'noon':
      return [hour >= 10 && hour < 12 ? hour : late];
    case 'afternoon':
      return [late];
    case 'evening':
      return hour === 12 ? [] : [late];
    case undefined:
      break;
  }
  if (isExact || hour === 0) return [hour];
  if (hour === 12) return [12];
  return hour >= 7 ? [early, late] : [late];
}

function findInterval(text: string): number | undefined {
  const [english, count, unit] = IN_ENGLISH.exec(text) ?? [];
  if (count !== undefined) {
    const number = count === 'half an' ? 0.5 : count === 'a' || count === 'an' ? 1 : readEnglish(count);
    const more = english?.includes('and a half') ? 0.5 : 0;
    return (number + more) * (unit === 'hour' ? 60 : 1);
  }
  const [, minutes] = MINUTES_CHINESE.exec(text) ?? [];
  if (minutes !== undefined) return readChinese(minutes);
  const [, hours, half, halfBehind] = IN_CHINESE.exec(text) ?? [];
  if (hours === undefined) return undefined;
  return (hours === '半' ? 30 : readChinese(hours) * 60) + (half || halfBehind ? 30 : 0);
}

function readHalf(half: string | undefined): Pick<Clock, 'half'> {
  return half === undefined ? {} : { half: half.startsWith('a') ? 'am' : 'pm' };
}

function readEnglish(word: string): number {
  const named = ENGLISH_NUMBERS.indexOf(word as (typeof ENGLISH_NUMBERS)[number]);
  return named >= 0 ? named : Number(word);
}

const DIGITS = '零一二三四五六七八九';

/** 12, 十二, 二十, 三十五; 两 is two. */
function readChinese(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  const plain = word.replaceAll('两', '二').replaceAll('〇', '零');
  const [tens = '', ones = ''] = plain.includes('十') ? plain.split('十') : ['', plain];
  const ten = plain.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens)) : 0;
  const last = ones.replace(/^零(?=.)/, '');
  return ten * 10 + (last === '' ? 0 : DIGITS.indexOf(last));
}
