import { hashExamples, type Example } from './example.js';

import type { RouterModel } from './model.js';
import type { ModelCache } from './modelCache.js';
import { trainApart, type TrainingControls } from './trainApart.js';

/** The model for these examples: from the cache when it was learnt before, else learnt apart and then kept. */
export async function obtainModel(
  examples: readonly Example[],
  cache: ModelCache,
  controls: TrainingControls = {},
): Promise<RouterModel> {
  const key = hashExamples(examples).slice(0, 32);
  const kept = await cache.load(key);
  if (kept) {
    controls.onProgress?.(1);
    return kept;
  }
  const model = await trainApart(examples, controls);
  await cache.save(key, model);
  return model;
}
