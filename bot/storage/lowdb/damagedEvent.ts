import { z } from 'zod';
import { hashEvent, type Json } from '../../../services/eventLog.js';

const eventSchema = z.object({
  stream: z.string(),
  version: z.int(),
  type: z.string(),
  time: z.string(),
  actor: z.string(),
  data: z.custom<Json>((value) => value !== undefined),
  previousHash: z.string(),
  hash: z.string(),
});

const START = /\{"stream":"/g;
const END = /,"hash":"[0-9a-f]{64}"\}/;
const VERSION = /"version":(\d+)/;
/** What may follow an event: the next one, or the brackets that close the file. */
const FOLLOWED_WELL = /^(?:,|\]\}\}\s*)$/;

/**
 * The version of the first event in a segment's file that is not as it was written, where the file as a whole cannot
 * be read any more. The content is taken byte by byte (`latin1`), so that no byte is lost on the way. Undefined when
 * every event holds: the damage is around them.
 */
export function findDamagedEvent(content: string): number | undefined {
  const starts = [...content.matchAll(START)].map(({ index }) => index);
  // An event that cannot even be seen to begin lies in the text of the one before it, or before them all.
  const unseen = VERSION.exec(content.slice(0, starts[0]));
  if (unseen) return Number(unseen[1]);
  for (const [place, start] of starts.entries()) {
    const text = content.slice(start, starts[place + 1] ?? content.length);
    const end = END.exec(text);
    const length = end ? end.index + end[0].length : 0;
    if (!holds(text.slice(0, length))) return countVersion(content, starts, place);
    const rest = text.slice(length);
    // What stands between two events belongs to neither: the one before it is named.
    if (!FOLLOWED_WELL.test(rest)) return readVersion(text, VERSION.test(rest) ? 1 : 0);
  }
  return undefined;
}

/** The number of a damaged event, by the whole ones beside it: its own may be what was changed. */
function countVersion(content: string, starts: readonly number[], place: number): number | undefined {
  if (place > 0) return readVersion(content.slice(starts[place - 1]), 1);
  return starts.length > 1
    ? readVersion(content.slice(starts[1]), -1)
    : readVersion(content.slice(starts[0]), 0);
}

function readVersion(text: string, step: number): number | undefined {
  const told = VERSION.exec(text)?.[1];
  return told === undefined ? undefined : Number(told) + step;
}

function holds(text: string): boolean {
  try {
    const event = eventSchema.parse(JSON.parse(Buffer.from(text, 'latin1').toString('utf8')));
    return event.hash === hashEvent(event);
  } catch {
    return false;
  }
}
