import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { normaliseText } from './normalise.js';

const words = z.string().transform((list) =>
  list
    .split(/[,、]/)
    .map((word) => normaliseText(word))
    .filter(Boolean),
);
const moodsSchema = z.strictObject({ upset: z.strictObject({ en: words, zh: words }) });

const { upset } = moodsSchema.parse(parse(readFileSync(new URL('../moods.yaml', import.meta.url), 'utf8')));
const upsetWords = new RegExp(`\\b(?:${upset.en.join('|')})\\b|${upset.zh.join('|')}`, 'u');
/** "I am not angry", 不生气: a mood that is denied. */
const denied = /\b(?:not|never|isnt|arent|wasnt|dont be) (?:\w+ )?$|[不没别](?:是|有|用|会|要|太)?$/u;

/** Whether the passenger sounds upset. By words alone: sarcasm is not heard. Expects a normalised text. */
export function soundsUpset(normalised: string): boolean {
  const found = upsetWords.exec(normalised);
  return found !== null && !denied.test(normalised.slice(0, found.index));
}
