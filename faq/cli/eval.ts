import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { LANGUAGES } from '../../locales/language.js';
import { judge, measure, type Measured } from '../understanding/measure.js';
import { describeErrors, formatTable } from './evalReport.js';
import { openUnderstanding } from './openUnderstanding.js';
import { parseLine } from './parseLine.js';

const USAGE = `npm run -s eval -- FILE... [--corpus DIR] [--json] [--errors]
FILE: JSON lines {"text", "lang", "accept": [route, ...], "tags"?: [...], "set"?}`;

const lineSchema = z.looseObject({
  text: z.string(),
  lang: z.enum(LANGUAGES),
  accept: z.array(z.string()).min(1),
  tags: z.array(z.string()).optional(),
  set: z.string().optional(),
});

const { positionals: files, values } = parseArgs({
  allowPositionals: true,
  options: { corpus: { type: 'string' }, json: { type: 'boolean' }, errors: { type: 'boolean' } },
});
if (files.length === 0) {
  console.error(USAGE);
  process.exit(2);
}

const { understanding, model } = await openUnderstanding(values.corpus);
const reports: Record<string, ReturnType<typeof measure>> = {};
for (const file of files) {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  const measured = lines.map((written, at): Measured => {
    const { set, tags = [], ...line } = parseLine(lineSchema, written, `${file}:${at + 1}`);
    const answer = understanding.route(line.text, { language: line.lang, now: new Date() });
    return { line: { ...line, tags: set ? [...tags, set] : tags }, answer, outcome: judge(line, answer) };
  });
  reports[file] = measure(measured);
  if (values.json) continue;
  console.log(`${file}\n${formatTable(reports[file])}`);
  if (values.errors) console.log(describeErrors(measured, model));
}
if (values.json) console.log(JSON.stringify(reports, null, 2));
