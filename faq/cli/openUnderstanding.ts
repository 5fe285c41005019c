import { fileURLToPath } from 'node:url';
import { listExamples, loadCorpus } from '../corpus.js';
import { extractEntities } from '../understanding/extractEntities.js';
import { createModelCache } from '../understanding/modelCache.js';
import { obtainModel } from '../understanding/obtainModel.js';
import type { RouterModel } from '../understanding/model.js';
import type { Understanding } from '../understanding/route.js';
import { createUnderstanding } from '../understanding/router.js';

const FAQ_FOLDER = fileURLToPath(new URL('..', import.meta.url));
/** Where the service keeps its models by default, so that the two learn a corpus once. */
const MODEL_FOLDER = fileURLToPath(new URL('../../data/models', import.meta.url));

export interface OpenedUnderstanding {
  readonly understanding: Understanding;
  readonly model: RouterModel;
}

/** Understanding of a corpus (the airline's own without a folder), learnt first when it is new; says so on standard error. */
export async function openUnderstanding(corpusFolder?: string): Promise<OpenedUnderstanding> {
  const examples = listExamples(await loadCorpus(corpusFolder ?? FAQ_FOLDER));
  const started = Date.now();
  const model = await obtainModel(examples, createModelCache(MODEL_FOLDER));
  console.error(
    `learnt ${examples.length} lines, ${model.routes.length} routes (${Date.now() - started} ms)`,
  );
  return { model, understanding: createUnderstanding({ model, extractEntities }) };
}
