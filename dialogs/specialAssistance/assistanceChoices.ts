import type { AssistanceNeed } from '../../services/cases/assistance/assistanceCodes.js';

/** The kinds of help as passengers tell them apart. */
export const KINDS = [
  'wheelchair',
  'unaccompanied-minor',
  'pregnant',
  'bassinet',
  'blind',
  'deaf',
  'intellectual-disability',
  'meet-and-assist',
  'medical',
  'service-animal',
  'pet-in-cabin',
  'meal',
] as const;
export type Kind = (typeof KINDS)[number];

export const CHAIRS = [
  'wheelchair-ramp',
  'wheelchair-steps',
  'wheelchair-seat',
] as const satisfies readonly AssistanceNeed[];

export const MEDICAL_NEEDS = ['medical', 'oxygen', 'stretcher'] as const satisfies readonly AssistanceNeed[];

/** The meals by family; a family is a step on the way to a meal, and is not kept. */
export const MEALS = {
  vegetarian: [
    'meal-vegan',
    'meal-vegetarian',
    'meal-vegetarian-asian',
    'meal-vegetarian-oriental',
    'meal-jain',
    'meal-raw',
  ],
  religious: ['meal-halal', 'meal-kosher', 'meal-hindu', 'meal-jain', 'meal-vegetarian-oriental'],
  health: [
    'meal-diabetic',
    'meal-gluten-free',
    'meal-lactose-free',
    'meal-low-salt',
    'meal-low-fat',
    'meal-low-calorie',
    'meal-low-protein',
    'meal-low-purine',
    'meal-high-fibre',
    'meal-bland',
  ],
  child: ['meal-child', 'meal-baby'],
  other: ['meal-fruit', 'meal-seafood', 'meal-other'],
} as const satisfies Readonly<Record<string, readonly AssistanceNeed[]>>;

export type MealFamily = keyof typeof MEALS;
export type Meal = (typeof MEALS)[MealFamily][number];
export const MEAL_FAMILIES = Object.keys(MEALS) as [MealFamily, ...MealFamily[]];
export const ALL_MEALS = [...new Set(Object.values(MEALS).flat())] as [Meal, ...Meal[]];

/** Choices with their words under the field's own place in the locale files. */
export function listAssistanceChoices<
  Field extends 'kinds' | 'chair' | 'medicalNeed' | 'mealFamily' | 'meal',
  Value extends string,
>(field: Field, values: readonly Value[]) {
  return values.map((value) => ({
    value,
    label: `assistance:${field}.${value}` as const,
    synonyms: `assistance:${field}.${value}Words` as const,
  }));
}
