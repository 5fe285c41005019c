import { normaliseText } from '../../faq/understanding/normalise.js';
import {
  COMPLAINT_CATEGORIES,
  type ComplaintCategory,
} from '../../services/cases/complaint/complaintDetails.js';
import type { Field } from '../form/definition.js';
import { createChoiceField } from '../form/fields/choiceField.js';
import type { FormLexicon } from '../form/lexicon.js';
import { findWithin } from '../form/wording.js';

/** What the complaint is about. Guessed from the account; the read-back shows the guess. */
export function createCategoryField(): Field<ComplaintCategory> {
  const field = createChoiceField({
    name: 'category',
    ask: 'complaint:category.ask',
    label: 'complaint:category.label',
    names: 'complaint:category.names',
    help: 'complaint:category.help',
    choices: COMPLAINT_CATEGORIES.map((value) => ({
      value,
      label: `complaint:category.${value}` as const,
      synonyms: `complaint:category.${value}Words` as const,
    })),
  });
  return {
    ...field,
    infer: ({ text }, { lexicon }) => guessCategory(text, lexicon),
    prefill: (_input, { lexicon }, { category, story }) =>
      category === undefined && typeof story === 'string' ? guessCategory(story, lexicon) : undefined,
  };
}

/** The category most of whose words the account holds; where two hold as many, none is guessed. */
function guessCategory(story: string, lexicon: FormLexicon): ComplaintCategory | undefined {
  const words = normaliseText(story);
  const counted = COMPLAINT_CATEGORIES.filter((category) => category !== 'other')
    .map((category) => ({ category, count: countMentions(words, category, lexicon) }))
    .sort((one, other) => other.count - one.count);
  const [first, second] = counted;
  return first && first.count > (second?.count ?? 0) ? first.category : undefined;
}

function countMentions(words: string, category: ComplaintCategory, lexicon: FormLexicon): number {
  const list = lexicon.list(`complaint:category.${category}Words`);
  return list.filter((word) => findWithin(words, [word]) !== undefined).length;
}
