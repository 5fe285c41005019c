import { mkdir, readFile, rename, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RouterModel } from './model.js';
import { decodeModel, encodeModel } from './modelFile.js';

/** Trained models kept between starts. Losing one costs the time to learn it again and nothing else. */
export interface ModelCache {
  /** Undefined when there is none, or only a damaged one. Never fails. */
  load(key: string): Promise<RouterModel | undefined>;
  /** Keeps this model and forgets the oldest. Never fails; whether it was kept is the answer. */
  save(key: string, model: RouterModel): Promise<boolean>;
}

const KEPT = 3;
const FILE = /^model-[0-9a-f]+\.bin(\.\d+\.tmp)?$/;

/** Files in a directory, each written beside its place and then renamed, so that no reader meets half of one. */
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
        await removeOldest(directory);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Editors go back and forth between a few versions: the newest models stay, and nothing half-written by a dead process. */
async function removeOldest(directory: string): Promise<void> {
  const names = (await readdir(directory)).filter((name) => FILE.test(name));
  const files = await Promise.all(
    names.map(async (name) => ({ name, time: (await stat(join(directory, name))).mtimeMs })),
  );
  files.sort((a, b) => b.time - a.time);
  const surplus = files.filter(({ name }, at) => at >= KEPT || name.endsWith('.tmp'));
  for (const { name } of surplus) await rm(join(directory, name), { force: true });
}
