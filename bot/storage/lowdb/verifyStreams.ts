import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { RedeyeError } from '../../../services/errors.js';
import { findTampering, type EventLog, type StoredEvent } from '../../../services/eventLog.js';
import type { BrokenEvent, CheckedStream } from '../recordCheck.js';
import { findDamagedEvent } from './damagedEvent.js';
import type { RecordFolderPlace } from './recordFolder.js';
import { SegmentFiles } from './segmentFiles.js';
import { getFirstVersion } from './segment.js';
import { isMissing } from './systemError.js';

/** Checks every stream there is, whatever its kind. Reads only, and may run beside the service. */
export async function* verifyStreams(
  log: Pick<EventLog, 'read' | 'list'>,
  place: RecordFolderPlace,
  kinds: readonly string[],
): AsyncGenerator<CheckedStream> {
  for (const kind of kinds) {
    for await (const stream of log.list(kind)) yield verifyStream(log, place, stream);
  }
}

/** The kinds of streams that were ever written. */
export async function listKinds(place: RecordFolderPlace): Promise<string[]> {
  try {
    return (await readdir(place.directory)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Checks one stream. */
export async function verifyStream(
  log: Pick<EventLog, 'read'>,
  place: RecordFolderPlace,
  stream: string,
): Promise<CheckedStream> {
  try {
    const events = await log.read(stream);
    const altered = events.find((event) => event.stream !== stream) ?? findTampering(events) ?? undefined;
    if (!altered) return { stream, events: events.length };
    const version = events.indexOf(altered) + 1;
    const file = await locateEvent(place, stream, version);
    return describe(place, {
      stream,
      version,
      file,
      reason: 'its hash or its link to the event before does not hold',
    });
  } catch (error) {
    if (!(error instanceof RedeyeError) || error.code !== 'storage.corrupt') throw error;
    return describe(place, await findDamage(place, stream, error));
  }
}

function describe(place: RecordFolderPlace, broken: BrokenEvent): CheckedStream {
  const file = path.relative(path.dirname(place.directory), broken.file);
  return { stream: broken.stream, events: broken.version, broken: { ...broken, file } };
}

/** The file an event of a readable stream lies in. */
async function locateEvent(place: RecordFolderPlace, stream: string, version: number): Promise<string> {
  const files = new SegmentFiles(place);
  let file = files.getNewestFile(stream);
  let segment = await files.readNewest(stream);
  while (segment && getFirstVersion(segment) > version && segment.previous > 0) {
    file = files.getOlderFile(stream, segment.previous);
    segment = await files.readOlder(stream, segment.previous);
  }
  return file;
}

/** Looks into the files of a stream that cannot be read, the newest first, for the one that is damaged or missing. */
async function findDamage(
  place: RecordFolderPlace,
  stream: string,
  { detail }: RedeyeError,
): Promise<BrokenEvent> {
  const files = new SegmentFiles(place);
  let file = files.getNewestFile(stream);
  let version = 1;
  const read: { readonly file: string; readonly events: readonly StoredEvent[] }[] = [];
  try {
    let segment = await files.readNewest(stream);
    while (segment) {
      read.unshift({ file, events: segment.events });
      if (segment.previous === 0) break;
      version = segment.previous;
      file = files.getOlderFile(stream, version);
      segment = await files.readOlder(stream, version);
    }
    return { stream, ...findAlteredEvent(read, { version, file }), reason: detail };
  } catch (error) {
    if (!(error instanceof RedeyeError) || error.code !== 'storage.corrupt') throw error;
    const found = findDamagedEvent(await readFile(file, 'latin1'));
    return { stream, version: found ?? version, file, reason: error.detail };
  }
}

/** The first event out of its place in files that are each in order: its number, by which files are linked, was changed. */
function findAlteredEvent(
  read: readonly { readonly file: string; readonly events: readonly StoredEvent[] }[],
  otherwise: { version: number; file: string },
): { version: number; file: string } {
  const placed = read.flatMap(({ file, events }) => events.map((event) => ({ file, event })));
  const altered = findTampering(placed.map(({ event }) => event));
  const place = placed.findIndex(({ event }) => event === altered);
  return place < 0 ? otherwise : { version: place + 1, file: placed[place]?.file ?? otherwise.file };
}
