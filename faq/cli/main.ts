import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { checkAirlineFacts } from '../airlineFacts.js';
import { findContestedQuestions, findThinArticles } from '../checkCorpus.js';
import { listExamples, loadCorpus } from '../corpus.js';
import { CorpusError, formatProblem, type CorpusProblem } from '../corpusError.js';
import { contentFileSchema } from '../schema.js';

const FAQ_FOLDER = fileURLToPath(new URL('..', import.meta.url));
const SCHEMA_FILE = fileURLToPath(new URL('../faq.schema.json', import.meta.url));

const USAGE = `npm run faq -- check [--corpus DIR]   checks the editors' files; exit code 1 when something is wrong
npm run faq -- schema                 writes faq/faq.schema.json, which editors complete and check by`;

function composeSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(contentFileSchema, { io: 'input' }), null, 2)}\n`;
}

async function check(folder: string): Promise<CorpusProblem[]> {
  const corpus = await loadCorpus(folder)
    .then(checkAirlineFacts)
    .catch((error: unknown) => {
      if (error instanceof CorpusError) return error;
      throw error;
    });
  if (corpus instanceof CorpusError) return [...corpus.problems];
  const placed = [...corpus.articles.values(), ...corpus.leads];
  console.log(
    `faq: ${corpus.articles.size} articles, ${corpus.leads.length} leads, ${listExamples(corpus).filter(({ isAnswer }) => !isAnswer).length} ways of asking`,
  );
  return [...findContestedQuestions(placed), ...findThinArticles(placed)];
}

async function checkSchemaFile(): Promise<CorpusProblem[]> {
  const written = await readFile(SCHEMA_FILE, 'utf8').catch(() => '');
  return written === composeSchema()
    ? []
    : [{ file: 'faq/faq.schema.json', message: 'is not what the code checks by; run npm run faq -- schema' }];
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { corpus: { type: 'string' } },
});

switch (positionals[0]) {
  case 'check': {
    const problems = await check(values.corpus ?? FAQ_FOLDER);
    if (values.corpus === undefined) problems.push(...(await checkSchemaFile()));
    for (const problem of problems) console.error(formatProblem(problem));
    console.log(`faq: ${problems.length} problems`);
    process.exitCode = problems.length > 0 ? 1 : 0;
    break;
  }
  case 'schema':
    await writeFile(SCHEMA_FILE, composeSchema());
    console.log(`wrote ${SCHEMA_FILE}`);
    break;
  case undefined:
  default:
    console.error(USAGE);
    process.exitCode = 2;
}
