import { DateTime } from 'luxon';
import type { DateEntity } from '../../../faq/understanding/entities.js';
import type { Voice } from '../voice.js';
import type { Field, FormContext, FormInput, Reading } from '../definition.js';
import { describeField, type FieldOptions } from './fieldWords.js';
import { showDay } from './showDay.js';

export interface DateOptions extends FieldOptions {
  /** On which side of today the day can lie; today itself is always possible. */
  readonly when: 'past' | 'future' | 'any';
  /** How many days from today at most, either way. */
  readonly most?: number;
  /** Taken only as the answer to its question: other dates of the form are mentioned in passing. */
  readonly onlyAsked?: boolean;
}

const WORDS = {
  label: 'form:fields.date.label',
  names: 'form:fields.date.names',
  help: 'form:fields.date.help',
} as const;
const FARTHEST_DAYS = 750;
/** Day and month without a year: the year may be another. */
const DAY_OF_YEAR = /\u6708|\d\s*[/.-]\s*\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;

/** A calendar day; its value is `YYYY-MM-DD`. A date that can mean two days is asked back. */
export function createDateField(options: DateOptions): Field<string> {
  return {
    ...describeField(options, WORDS),
    read({ entities }, context) {
      const entity = entities.dates?.[0];
      if (entity === undefined)
        return { kind: 'rejected', problem: context.voice.say('form:fields.date.problem') };
      return judge(entity, options, context);
    },
    ...(!options.onlyAsked && {
      prefill: (input: FormInput, { today }: FormContext) => findOnly(input, options, today),
    }),
    show: (value, voice) => showDay(value, voice.language),
  };
}

/** The day that is meant, where only one can be. */
function findOnly({ entities }: FormInput, options: DateOptions, today: string): string | undefined {
  const days = new Set((entities.dates ?? []).flatMap((entity) => listPossible(entity, options, today)));
  return days.size === 1 ? [...days][0] : undefined;
}

function judge(entity: DateEntity, options: DateOptions, context: FormContext): Reading<string> {
  const [first, ...others] = listPossible(entity, options, context.today);
  if (first === undefined) {
    return {
      kind: 'rejected',
      problem: explain(entity.dates[0] ?? '', options, context.voice, context.today),
    };
  }
  if (others.length > 0) return { kind: 'ambiguous', values: [first, ...others] };
  return { kind: 'filled', value: first, used: entity.text };
}

/** Days the words can mean here. Where no year was said, last December is meant by "Dec 2" in a form about the past. */
function listPossible({ dates, text }: DateEntity, options: DateOptions, today: string): string[] {
  const isPossible = (day: string) => isWithin(day, options, today);
  const possible = dates.filter(isPossible);
  const isInSomeYear = DAY_OF_YEAR.test(text) && !/\d{4}/.test(text);
  if (possible.length > 0 || !isInSomeYear) return possible;
  const years = options.when === 'past' ? -1 : 1;
  return dates.map((day) => DateTime.fromISO(day).plus({ years }).toFormat('yyyy-MM-dd')).filter(isPossible);
}

function isWithin(day: string, { when, most = FARTHEST_DAYS }: DateOptions, today: string): boolean {
  const distance = DateTime.fromISO(day).diff(DateTime.fromISO(today), 'days').days;
  if (Number.isNaN(distance) || Math.abs(distance) > most) return false;
  return when === 'any' || (when === 'past' ? distance <= 0 : distance >= 0);
}

function explain(
  date: string,
  { when, most = FARTHEST_DAYS }: DateOptions,
  { say }: Voice,
  today: string,
): string {
  const example = DateTime.fromISO(today)
    .plus({ days: when === 'future' ? 7 : -2 })
    .toFormat('yyyy-MM-dd');
  if (when === 'past' && date > today) return say('form:fields.date.tooLate', { date, example });
  if (when === 'future' && date < today) return say('form:fields.date.past', { date, example });
  return say(date < today ? 'form:fields.date.tooEarly' : 'form:fields.date.tooFar', {
    date,
    example,
    days: most,
  });
}
