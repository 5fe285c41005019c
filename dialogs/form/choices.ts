import { normaliseText } from '../../faq/understanding/normalise.js';
import type { Choice } from './definition.js';
import type { FormLexicon } from './lexicon.js';
import { splitWords } from './lexicon.js';
import { dropEnd, dropStart, findWithin } from './wording.js';

/** Whether the words are one of the buttons, to the letter. */
export function isOneOf(text: string, choices: readonly Choice[]): boolean {
  const plain = normaliseText(text);
  return choices.some(({ label }) => normaliseText(label) === plain);
}

/** The choices an answer can mean: one when it is clear, several when not, none when it is none of them. */
export function matchChoices(
  text: string,
  choices: readonly Choice[],
  lexicon: FormLexicon,
): readonly Choice[] {
  const plain = normaliseText(text);
  if (plain === '') return [];
  const labels = choices.map((choice) => normaliseText(choice.label));
  const exact = choices.filter(
    (choice, index) => labels[index] === plain || splitWords(choice.synonyms ?? '').includes(plain),
  );
  if (exact.length > 0) return exact;
  const position = findPosition(plain, choices.length, lexicon);
  if (position !== undefined) return choices.slice(position, position + 1);
  const named = choices.filter((choice, index) => isNamed(plain, labels[index] ?? '', choice.synonyms));
  if (named.length > 0) return named;
  return choices.filter(
    (_, index) => plain.length > 1 && findWithin(labels[index] ?? '', [plain]) !== undefined,
  );
}

function isNamed(text: string, label: string, synonyms = ''): boolean {
  return (
    findWithin(
      text,
      [label, ...splitWords(synonyms)].filter((word) => word !== ''),
    ) !== undefined
  );
}

/** "2", "the second one", 第二个, "the last": the place meant, from 0; undefined where no place is named, or none there is. */
export function findPosition(text: string, count: number, lexicon: FormLexicon): number | undefined {
  const around = lexicon.list('commands:aroundOrdinals');
  const core = dropEnd(dropStart(dropStart(text, around), around), around);
  const forms = [text, core, dropStart(text, around)];
  if (forms.some((form) => lexicon.list('commands:lastOnes').includes(form))) {
    return count - 1;
  }
  const position = /^\d{1,2}$/.test(core) ? Number(core) - 1 : findOrdinal(forms, lexicon);
  return position >= 0 && position < count ? position : undefined;
}

function findOrdinal(forms: readonly string[], lexicon: FormLexicon): number {
  return lexicon.groups('commands:ordinals').findIndex((words) => forms.some((form) => words.includes(form)));
}
