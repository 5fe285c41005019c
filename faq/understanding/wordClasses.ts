import { readFileSync } from 'node:fs';

export interface WordClasses {
  /** A small group of words used alike: refund, reimbursement, compensation. */
  readonly kind: string;
  /** A large one, of a whole field. */
  readonly field: string;
}

const classesOf = new Map<string, WordClasses>();

// A line: the number of the kind, that of the field, then the words that are in both.
for (const line of readFileSync(new URL('./wordClasses.txt', import.meta.url), 'utf8').split('\n')) {
  const [kind = '', field = '', ...words] = line.split(' ');
  const classes = { kind, field };
  for (const word of words) classesOf.set(word, classes);
}

/**
 * The classes of one of the 30,000 commonest English words, made from word vectors by `faq/cli/wordClasses.ts`: a word the
 * corpus never uses stands beside those it does. Undefined for any other word.
 */
export function findWordClasses(word: string): WordClasses | undefined {
  return classesOf.get(word);
}
