import { z } from 'zod';
import { LowdbEventLog } from '../../../bot/storage/lowdb/lowdbEventLog.js';
import { placeEvents } from '../../../bot/storage/lowdb/openDataDirectory.js';
import { getTag } from '../claimTalk.js';
import type { Filing } from './killFiling.js';

const filedSchema = z.object({ details: z.object({ tags: z.array(z.string()) }) });

export interface Inspection {
  readonly stored: number;
  /** Claims a passenger had a reference for which is not theirs in the log, and claims said yes to that are not there. */
  readonly lost: string[];
  readonly twice: string[];
}

/** Compares what passengers were told with what is stored. */
export async function inspectClaims(directory: string, filing: Filing): Promise<Inspection> {
  const filed = await listFiled(directory);
  const lost: string[] = [];
  const twice: string[] = [];
  for (let claim = 0; claim < filing.claims; claim += 1) {
    const tag = getTag(claim);
    const references = filed.get(tag) ?? [];
    if (references.length === 0) lost.push(`${tag}: nothing is stored`);
    if (references.length > 1) twice.push(`${tag}: ${references.join(', ')}`);
    for (const read of filing.acknowledged.get(claim) ?? []) {
      if (!references.includes(read)) lost.push(`${tag}: ${read}`);
    }
  }
  return { stored: [...filed.values()].flat().length, lost, twice };
}

/** References by bag tag, one for each time a claim was filed. */
async function listFiled(directory: string): Promise<Map<string, string[]>> {
  const log = new LowdbEventLog(placeEvents(directory));
  const filed = new Map<string, string[]>();
  for await (const stream of log.list('claim')) {
    const events = await log.read(stream);
    for (const event of events.filter(({ type }) => type === 'claim-filed')) {
      const [tag = ''] = filedSchema.parse(event.data).details.tags;
      filed.set(tag, [...(filed.get(tag) ?? []), stream.replace(/^claim\//, '')]);
    }
  }
  return filed;
}
