import { mkdir, readFile, rename, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RouterModel } from './model.js';
import { decodeModel, encodeModel } from './modelFile.js';

/** Trained models kept between starts. Losing one costs the time to learn it again and nothing else. */
export interface ModelCache {
  /** Undefined when there is none, or only a damaged one. Never fails. */
  load(key: string): Promise<RouterModel | undefined>;
  /** Keeps this model in place of all earlier ones. Never fails; whether it was kept is the answer. */
  save(key: string, model: RouterModel): Promise<boolean>;
}

const FILE = /^model-[0-9a-f]+\.bin(\.\d+\.tmp)?$/;

/** Keeps one file in a directory, written beside its place and then renamed, so that no reader meets half of it. */
export function createModelCache(directory: string): ModelCache {
  const fileOf = (key: string) => `model-${key}.bin`;
  return {
    async load(key) {
      try {
        return decodeModel(await readFile(join(directory, fileOf(key))));
      } catch {
        return undefined;
      }
    },
    async save(key, model) {
      try {
        await mkdir(directory, { recursive: true });
        const temporary = join(directory, `${fileOf(key)}.${process.pid}.tmp`);
        await writeFile(temporary, encodeModel(model));
        await rename(temporary, join(directory, fileOf(key)));
        await removeOthers(directory, fileOf(key));
        return true;
      } catch {
        return false;
      }
    },
  };
}

async function removeOthers(directory: string, kept: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (name !== kept && FILE.test(name)) await rm(join(directory, name), { force: true });
  }
}
