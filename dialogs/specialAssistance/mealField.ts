import { matchChoices } from '../form/choices.js';
import type { Choice, Field, FormContext, Slots } from '../form/definition.js';
import { createChoiceField } from '../form/fields/choiceField.js';
import { describeField } from '../form/fields/fieldWords.js';
import {
  ALL_MEALS,
  listAssistanceChoices,
  MEAL_FAMILIES,
  MEALS,
  type Meal,
  type MealFamily,
} from './assistanceChoices.js';

const isMeal = ({ kinds }: Slots): boolean => Array.isArray(kinds) && kinds.includes('meal');

const WORDS = {
  label: 'assistance:meal.label',
  names: 'assistance:meal.names',
  help: 'assistance:meal.help',
} as const;
const CHOICES = listAssistanceChoices('meal', ALL_MEALS);

/** The kind of meal, to keep the list of meals short; not asked where the meal itself was named. */
export function createMealFamilyField(): Field<MealFamily> {
  const field = createChoiceField({
    name: 'mealFamily',
    ask: 'assistance:mealFamily.ask',
    label: 'assistance:mealFamily.label',
    names: 'assistance:mealFamily.names',
    help: 'assistance:mealFamily.help',
    choices: listAssistanceChoices('mealFamily', MEAL_FAMILIES),
    appliesTo: (slots) => isMeal(slots) && slots['meal'] === undefined,
  });
  return {
    ...field,
    read(input, context, slots) {
      const meal = findMeal(input.text, context);
      const family = MEAL_FAMILIES.find((each) => meal && (MEALS[each] as readonly Meal[]).includes(meal));
      return family === undefined ? field.read(input, context, slots) : { kind: 'filled', value: family };
    },
  };
}

/** The meal: one of the family's, or any by its name. */
export function createMealField(): Field<Meal> {
  return {
    ...describeField({ name: 'meal', ask: 'assistance:meal.ask', appliesTo: isMeal }, WORDS),
    ask({ mealFamily, meal }, context) {
      const family = meal === undefined ? MEALS[mealFamily as MealFamily] : undefined;
      return { text: context.voice.say('assistance:meal.ask'), choices: list(context, family) };
    },
    read(input, context, slots) {
      const offered = this.ask(slots, context).choices ?? [];
      const among = matchChoices(input.text, offered, context.lexicon);
      const chosen = among.length > 0 ? among : matchChoices(input.text, list(context), context.lexicon);
      const [first, ...others] = chosen.map(({ value }) => value as Meal);
      if (first === undefined) return { kind: 'rejected', problem: context.voice.say('form:noChoice') };
      return others.length > 0
        ? { kind: 'ambiguous', values: [first, ...others] }
        : { kind: 'filled', value: first, used: input.text };
    },
    prefill: ({ text }, context, { meal }) => (meal === undefined ? findMeal(text, context) : undefined),
    show: (meal, { say }) => say(`assistance:meal.${meal}`),
  };
}

/** The one meal the words name; numbers and parts of names count only where meals were asked for. */
function findMeal(text: string, context: FormContext): Meal | undefined {
  const choices = list(context).filter(({ value }) => value !== 'meal-other');
  const named = choices.filter((choice) => matchChoices(text, [choice], context.lexicon).length > 0);
  return named.length === 1 && text.trim().length > 2 ? (named[0]?.value as Meal) : undefined;
}

function list({ voice, lexicon }: FormContext, meals: readonly Meal[] = ALL_MEALS): Choice[] {
  return CHOICES.filter(({ value }) => meals.includes(value)).map(({ value, label, synonyms }) => ({
    value,
    label: voice.say(label),
    synonyms: [...lexicon.list(label), ...lexicon.list(synonyms)].join('|'),
  }));
}
