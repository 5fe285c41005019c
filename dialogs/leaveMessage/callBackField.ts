import { DateTime } from 'luxon';
import type { Json } from '../../services/eventLog.js';
import { normaliseText } from '../../faq/understanding/normalise.js';
import { findTimeOfDay } from '../../faq/understanding/timeOfDay.js';
import { listPlainForms } from '../form/commands.js';
import type { Field, FormContext, FormInput, Reading } from '../form/definition.js';
import { describeField } from '../form/fields/fieldWords.js';
import { showDay } from '../form/fields/showDay.js';
import type { Voice } from '../form/voice.js';
import { showClock, showMoment } from '../showMoment.js';

/** When to call: as soon as somebody is free, a moment (ISO 8601, UTC), or so far only a day (`YYYY-MM-DD`). */
const SOON = 'soon';
const DAY_LENGTH = 'YYYY-MM-DD'.length;
const DAY_MS = 86_400_000;

const WORDS = {
  label: 'message:callBack.label',
  names: 'message:callBack.names',
  help: 'message:callBack.help',
} as const;

export interface CallBackOptions {
  /** IANA zone of the airline's clock, by which times are meant. */
  readonly timeZone: string;
  /** How many days ahead a call can be asked for. */
  readonly mostDays: () => number;
  readonly appliesTo: NonNullable<Field['appliesTo']>;
}

/** When the passenger wants to be called. A day alone is taken; the hour is asked for then. */
export function createCallBackField(options: CallBackOptions): Field<string> {
  const { timeZone } = options;
  return {
    ...describeField({ name: 'callBack', ask: 'message:callBack.ask', appliesTo: options.appliesTo }, WORDS),
    ask: (_slots, { voice, now }) => ({
      text: voice.say('message:callBack.ask', { now: showMoment(now, voice.language, timeZone) }),
      choices: [{ value: SOON, label: voice.say('message:callBack.soon') }],
    }),
    read: (input, context) => readWhen(input, context, options),
    infer(input, context) {
      const reading = readWhen(input, context, options);
      return reading.kind === 'filled' && reading.value !== SOON ? reading.value : undefined;
    },
    show: (value, voice) => showWhen(value, voice, timeZone),
  };
}

/** The hour, where only the day is known. */
export function createCallTimeField({ timeZone }: Pick<CallBackOptions, 'timeZone'>): Field<string> {
  return {
    ...describeField(
      {
        name: 'time',
        ask: 'message:time.ask',
        appliesTo: ({ callBack }) => typeof callBack === 'string' && callBack.length === DAY_LENGTH,
      },
      { label: 'message:time.label', names: 'message:time.names', help: 'message:time.help' },
    ),
    ask: ({ callBack }, { voice }) => ({
      text: voice.say('message:time.ask', { day: showWhen(readDay(callBack), voice, timeZone) }),
    }),
    read(input, context, { callBack }) {
      const moments = listMoments(input, [readDay(callBack)], context, timeZone);
      if (moments === undefined)
        return { kind: 'rejected', problem: context.voice.say('message:time.problem') };
      const [first] = moments;
      return first === undefined
        ? { kind: 'rejected', problem: context.voice.say('message:callBack.past') }
        : { kind: 'filled', value: first };
    },
    show: (value, { language }) => showClock(value, language, timeZone),
  };
}

export function isMoment(value: string): boolean {
  return value !== SOON && value.length > DAY_LENGTH;
}

function readWhen(input: FormInput, context: FormContext, options: CallBackOptions): Reading<string> {
  const { voice, lexicon, today } = context;
  const forms = listPlainForms(normaliseText(input.text), lexicon);
  const soon = [...lexicon.list('message:callBack.soon'), ...lexicon.list('message:callBack.soonWords')];
  if (forms.some((form) => soon.includes(form))) return { kind: 'filled', value: SOON };

  const named = input.entities.dates?.[0]?.dates ?? [];
  const days = named.filter((day) => isWithin(day, today, options.mostDays()));
  if (named.length > 0 && days.length === 0) {
    const key = (named[0] ?? '') < today ? 'message:callBack.past' : 'message:callBack.tooFar';
    return { kind: 'rejected', problem: voice.say(key, { days: options.mostDays() }) };
  }
  // Without a day the next such hour is meant.
  const meant = days.length > 0 ? days : [today, addDay(today)];
  const moments = listMoments(input, meant, context, options.timeZone);
  if (moments === undefined) {
    const [day] = days;
    return day === undefined
      ? { kind: 'rejected', problem: voice.say('message:callBack.problem') }
      : { kind: 'filled', value: day };
  }
  const [first] = moments;
  return first === undefined
    ? { kind: 'rejected', problem: voice.say('message:callBack.past') }
    : { kind: 'filled', value: first };
}

/** The moments to come that the words can mean, the likeliest first; undefined where they name no time. */
function listMoments(
  { text, entities }: FormInput,
  days: readonly string[],
  { now }: FormContext,
  timeZone: string,
): string[] | undefined {
  const time = findTimeOfDay(dropDates(text, entities));
  if (time === undefined) return undefined;
  if (time.kind === 'in') return [new Date(now.getTime() + time.minutes * 60_000).toISOString()];
  return days
    .flatMap((day) => time.minutes.map((minutes) => getMoment(day, minutes, timeZone)))
    .filter((moment) => moment > now)
    .map((moment) => moment.toISOString());
}

/** "12/3 at 3": the figures of a date are none of a time. Words like "tonight" are both. */
function dropDates(text: string, { dates = [] }: FormInput['entities']): string {
  return dates.reduce((rest, { text: date }) => (/\d/.test(date) ? rest.replace(date, ' ') : rest), text);
}

function getMoment(day: string, minutes: number, zone: string): Date {
  return DateTime.fromISO(day, { zone })
    .set({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
    .toJSDate();
}

function addDay(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, DAY_LENGTH);
}

function isWithin(day: string, today: string, mostDays: number): boolean {
  const distance = (Date.parse(day) - Date.parse(today)) / DAY_MS;
  return distance >= 0 && distance <= mostDays;
}

function showWhen(value: string, voice: Voice, timeZone: string): string {
  if (value === SOON) return voice.say('message:callBack.soon');
  return isMoment(value) ? showMoment(value, voice.language, timeZone) : showDay(value, voice.language);
}

function readDay(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
