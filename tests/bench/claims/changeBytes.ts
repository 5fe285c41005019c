import { readFile, writeFile } from 'node:fs/promises';
import { reportCheck } from '../../../bot/cli/casesReading.js';
import { LowdbEventLog } from '../../../bot/storage/lowdb/lowdbEventLog.js';
import { placeEvents } from '../../../bot/storage/lowdb/openDataDirectory.js';
import { getFirstVersion } from '../../../bot/storage/lowdb/segment.js';
import { SegmentFiles } from '../../../bot/storage/lowdb/segmentFiles.js';
import { LowdbRecordCheck } from '../../../bot/storage/lowdb/lowdbRecordCheck.js';
import type { BrokenEvent } from '../../../bot/storage/recordCheck.js';
import type { StoredEvent } from '../../../services/eventLog.js';

interface StoredByte {
  readonly event: StoredEvent;
  readonly file: string;
  readonly offset: number;
}

/** Whether `cases verify` finds the whole directory as it was written. */
export async function verifyAll(directory: string): Promise<{ isWell: boolean; lines: readonly string[] }> {
  return reportCheck(openCheck(directory), undefined);
}

/**
 * Changes one byte of one stored event, each time another, and looks whether it is found and the event named; puts it
 * back. Returns what was not found. The first is looked for in the whole directory, the others in their stream.
 */
export async function changeBytes(directory: string, times: number): Promise<string[]> {
  const check = openCheck(directory);
  const streams: string[] = [];
  for await (const { stream } of check.checkAll()) streams.push(stream);
  const missed: string[] = [];
  for (let time = 0; time < times; time += 1) {
    const byte = await chooseByte(directory, choose(streams));
    const { stream, version } = byte.event;
    const found = await whileChanged(byte, () =>
      time === 0 ? findBroken(directory) : check.checkStream(stream).then(({ broken }) => broken),
    );
    if (found?.stream === stream && found.version === version) continue;
    const named = found ? `${found.stream} event ${String(found.version)}` : 'nothing';
    missed.push(
      `byte ${String(byte.offset)} of ${byte.file}, ${stream} event ${String(version)}: ${named} found`,
    );
  }
  return missed;
}

async function findBroken(directory: string): Promise<BrokenEvent | undefined> {
  const { json, isWell } = await reportCheck(openCheck(directory), undefined);
  const { broken } = json as { broken: BrokenEvent[] };
  return !isWell && broken.length === 1 ? broken[0] : undefined;
}

async function chooseByte(directory: string, stream: string): Promise<StoredByte> {
  const place = placeEvents(directory);
  const files = new SegmentFiles(place);
  const event = choose(await new LowdbEventLog(place).read(stream));
  let file = files.getNewestFile(stream);
  let segment = await files.readNewest(stream);
  while (segment && getFirstVersion(segment) > event.version) {
    file = files.getOlderFile(stream, segment.previous);
    segment = await files.readOlder(stream, segment.previous);
  }
  const text = Buffer.from(JSON.stringify(event));
  const start = (await readFile(file)).indexOf(text);
  if (start < 0) throw new Error(`event ${String(event.version)} of ${stream} is not in ${file}`);
  return { event, file, offset: start + Math.floor(Math.random() * text.length) };
}

async function whileChanged<T>({ file, offset }: StoredByte, look: () => Promise<T>): Promise<T> {
  const content = await readFile(file);
  const changed = Buffer.from(content);
  changed.writeUInt8(content.readUInt8(offset) ^ (1 + Math.floor(Math.random() * 255)), offset);
  await writeFile(file, changed);
  try {
    return await look();
  } finally {
    await writeFile(file, content);
  }
}

function openCheck(directory: string): LowdbRecordCheck {
  const place = placeEvents(directory);
  return new LowdbRecordCheck(new LowdbEventLog(place), place);
}

function choose<T>(from: readonly T[]): T {
  const chosen = from[Math.floor(Math.random() * from.length)];
  if (chosen === undefined) throw new Error('nothing is stored');
  return chosen;
}
