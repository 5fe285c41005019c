import { randomUUID } from 'node:crypto';
import { RedeyeError } from '../../services/errors.js';
import type { Config } from '../config.js';
import { openRecords, type Records } from '../storage/choose.js';
import { askService } from './askService.js';
import type { ControlAnswer } from './wire.js';

/**
 * Carries a command out on the records, or lets the running service do so where that holds the files: `work` and the
 * service's handler of `command` come to the same. What the service refuses is in the answer; `work` fails as it does.
 */
export async function changeRecords(
  config: Pick<Config, 'dataDir' | 'databaseUrl'>,
  command: object,
  work: (records: Records) => Promise<object>,
): Promise<ControlAnswer> {
  let records: Records;
  try {
    records = await openRecords(config, randomUUID);
  } catch (error) {
    if (!(error instanceof RedeyeError) || error.code !== 'storage.locked') throw error;
    return askService(config.dataDir, command);
  }
  try {
    return { done: { ...(await work(records)) } };
  } finally {
    await records.close();
  }
}
