import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Example } from '../../../faq/corpus.js';
import type { Route } from '../../../faq/understanding/route.js';

export interface Dataset {
  readonly train: readonly Example[];
  /** What the operating point may be chosen on; may be empty. */
  readonly validation: readonly Example[];
  readonly test: readonly Example[];
}

const pair = z.tuple([z.string(), z.string()]);
/** CLINC150's own file: lists of [text, label] by split, those out of scope apart. */
const clincSchema = z.looseObject({
  train: z.array(pair),
  val: z.array(pair).default([]),
  test: z.array(pair),
  oos_train: z.array(pair).default([]),
  oos_val: z.array(pair).default([]),
  oos_test: z.array(pair).default([]),
});
const lineSchema = z.looseObject({
  text: z.string(),
  label: z.string(),
  split: z.enum(['train', 'val', 'test']),
});

const OUT_OF_SCOPE = new Set(['oos', 'none', 'out-of-scope']);

/** Reads CLINC150's JSON, or JSON lines {"text","label","split"}; the label `oos` or `none` is what must be refused. */
export async function readDataset(path: string): Promise<Dataset> {
  const content = await readFile(path, 'utf8');
  const whole = parseWhole(content);
  if (whole) {
    return {
      train: [...whole.train, ...whole.oos_train].map(toExample),
      validation: [...whole.val, ...whole.oos_val].map(toExample),
      test: [...whole.test, ...whole.oos_test].map(toExample),
    };
  }
  const lines = content
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => lineSchema.parse(JSON.parse(line)));
  const pick = (split: string) =>
    lines.filter((line) => line.split === split).map(({ text, label }) => toExample([text, label]));
  return { train: pick('train'), validation: pick('val'), test: pick('test') };
}

function parseWhole(content: string) {
  try {
    return clincSchema.safeParse(JSON.parse(content)).data;
  } catch {
    return undefined;
  }
}

function toExample([text, label]: readonly [string, string]): Example {
  const route: Route = OUT_OF_SCOPE.has(label) ? 'none' : `faq:${label}`;
  return { text, route, language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en' };
}
