import { normaliseText } from '../../faq/understanding/normalise.js';
import type { Field, FormContext, Slots } from '../form/definition.js';
import { createTextField, type TextOptions } from '../form/fields/textField.js';
import { findWithin } from '../form/wording.js';
import type { Kind } from './assistanceChoices.js';
import type { AssistancePolicy } from './assistancePolicy.js';
import { readCount } from './readCount.js';

const MOST_WEEKS = 44;

export function needs(...kinds: readonly Kind[]): (slots: Slots) => boolean {
  return ({ kinds: chosen }) => Array.isArray(chosen) && kinds.some((kind) => chosen.includes(kind));
}

/** The age of a child who flies alone, within what the airline takes. */
export function createChildAgeField(policy: AssistancePolicy): Field<string> {
  const field = createPolicyTextField('childAge', policy, needs('unaccompanied-minor'));
  return {
    ...field,
    open: false,
    read({ text }, context) {
      const say = (key: 'problem' | 'tooYoung' | 'tooOld') =>
        ({
          kind: 'rejected',
          problem: sayWithPolicy(`assistance:childAge.${key}`, context, policy),
        }) as const;
      const age = readCount(text, context.lexicon);
      const limits = policy.limits()?.unaccompaniedMinor;
      if (age === undefined || age > 120) return say('problem');
      if (limits && age < limits.minAge) return say('tooYoung');
      if (limits && age >= limits.optionalUnder) return say('tooOld');
      return { kind: 'filled', value: String(age), used: text };
    },
  };
}

/** The weeks of pregnancy, in the passenger's words: they may also tell of twins. */
export function createWeeksField(policy: AssistancePolicy): Field<string> {
  const field = createPolicyTextField('weeks', policy, needs('pregnant'));
  return {
    ...field,
    open: false,
    read({ text }, context) {
      const weeks = readCount(text, context.lexicon);
      return weeks === undefined || weeks < 1 || weeks > MOST_WEEKS
        ? { kind: 'rejected', problem: context.voice.say('assistance:weeks.problem') }
        : { kind: 'filled', value: text.trim(), used: text };
    },
  };
}

/** What a pregnant passenger has to know before she files. */
export function warnOfWeeks(
  { weeks, kinds }: Slots,
  context: FormContext,
  policy: AssistancePolicy,
): string | undefined {
  const limits = policy.limits()?.pregnancy;
  if (typeof weeks !== 'string' || !needs('pregnant')({ kinds }) || limits === undefined) return undefined;
  const count = readCount(weeks, context.lexicon) ?? 0;
  const isMultiple =
    findWithin(normaliseText(weeks), context.lexicon.list('assistance:weeks.multipleWords')) !== undefined;
  const say = (key: 'multiple' | 'tooLate' | 'certificate') =>
    sayWithPolicy(`assistance:weeks.${key}`, context, policy);
  if (isMultiple && count >= limits.multipleLimitWeeks) return say('multiple');
  if (count >= limits.certificateBeforeWeeks) return say('tooLate');
  return count >= limits.freeBeforeWeeks ? say('certificate') : undefined;
}

/** A field of the passenger's own words whose help quotes the policy. */
export function createPolicyTextField(
  name: 'childAge' | 'handOver' | 'weeks' | 'baby' | 'condition' | 'animal' | 'notes',
  policy: AssistancePolicy,
  appliesTo?: TextOptions['appliesTo'],
) {
  const field = createTextField({
    name,
    ask: `assistance:${name}.ask`,
    label: `assistance:${name}.label`,
    names: `assistance:${name}.names`,
    help: `assistance:${name}.help`,
    most: 1500,
    ...(name === 'notes' && { optional: true }),
    ...(appliesTo && { appliesTo }),
  });
  const help: Field['help'] = (context) => sayWithPolicy(`assistance:${name}.help`, context, policy);
  return { ...field, help };
}

function sayWithPolicy(
  key: Parameters<FormContext['voice']['say']>[0],
  { voice }: FormContext,
  policy: AssistancePolicy,
): string {
  return voice.say(key, { policy: policy.values(voice.language) });
}
