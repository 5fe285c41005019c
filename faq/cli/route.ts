import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { detectLanguage } from '../../locales/detect.js';
import { LANGUAGES } from '../../locales/language.js';
import { openUnderstanding } from './openUnderstanding.js';
import { parseLine } from './parseLine.js';

// npm run -s route [-- --corpus DIR]: JSON lines {"text","lang"?} in, the same with route, score, candidates and entities out.

const lineSchema = z.looseObject({ text: z.string(), lang: z.enum(LANGUAGES).optional() });

const { values } = parseArgs({ options: { corpus: { type: 'string' } } });
const { understanding } = await openUnderstanding(values.corpus);

let number = 0;
for await (const written of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  number += 1;
  if (written.trim() === '') continue;
  const { text, lang } = parseLine(lineSchema, written, `line ${number}`);
  const language = lang ?? detectLanguage(text) ?? 'en';
  const understood = understanding.route(text, { language, now: new Date() });
  process.stdout.write(`${JSON.stringify({ text, lang: language, ...understood })}\n`);
}
