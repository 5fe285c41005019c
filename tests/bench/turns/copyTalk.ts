import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { getRecordPath } from '../../../bot/storage/lowdb/recordNames.js';
import { chainEvents, type Segment } from '../../../bot/storage/lowdb/segment.js';
import { placeEvents } from '../../../bot/storage/lowdb/openDataDirectory.js';
import { SegmentFiles } from '../../../bot/storage/lowdb/segmentFiles.js';
import type { NewEvent } from '../../../services/eventLog.js';
import { getStateKey, type StoredTalk } from './recordTalk.js';

const SEGMENT_LENGTH = 16;
const DAY_MS = 86_400_000;
const DAYS_AHEAD = 90;
const LETTERS = 26;
const DIGITS = 100_000;

/**
 * Writes copies of a stored conversation and its claim as the drivers would have, each under names of its own, yet
 * without waiting for the disk: a hundred thousand would take it half an hour.
 */
export class TalkCopier {
  private readonly files: SegmentFiles;
  private readonly made = new Set<string>();

  constructor(private readonly directory: string) {
    this.files = new SegmentFiles(placeEvents(directory));
  }

  copy(talk: StoredTalk, conversation: string, number: number): void {
    const reference = getReference(number);
    const rename = (text: string): string => {
      const renamed = text.replaceAll(talk.conversation, conversation);
      return talk.reference === '' ? renamed : renamed.replaceAll(talk.reference, reference);
    };
    for (const events of talk.streams) {
      const stream = rename(events[0]?.stream ?? '').replace(/^(filing\/.*)$/, `$1${String(number)}`);
      this.writeStream(stream, JSON.parse(rename(JSON.stringify(events))) as NewEvent[]);
    }
    const key = getStateKey(conversation);
    this.writeRecord('state', key, JSON.parse(rename(JSON.stringify(talk.state))));
    if (talk.reference !== '') this.writeWakeUp(reference, number);
  }

  private writeStream(stream: string, events: readonly NewEvent[]): void {
    const [kind = '', id = ''] = stream.split('/');
    const chained = chainEvents(stream, events, undefined);
    for (let start = 0; start < chained.length; start += SEGMENT_LENGTH) {
      const segment: Segment = {
        previous: Math.max(0, start + 1 - SEGMENT_LENGTH),
        events: chained.slice(start, start + SEGMENT_LENGTH),
      };
      const isNewest = start + SEGMENT_LENGTH >= chained.length;
      const file = isNewest ? this.files.getNewestFile(stream) : this.files.getOlderFile(stream, start + 1);
      this.write(file, isNewest ? id : `${id}@${String(start + 1)}`, segment);
    }
    if (kind === '') throw new Error('a conversation without events');
  }

  /** The claim's next reminder, some day of the next months. */
  private writeWakeUp(reference: string, number: number): void {
    const due = new Date(Date.now() + (1 + (number % DAYS_AHEAD)) * DAY_MS).toISOString();
    const day = due.slice(0, 10);
    const key = `claim/${reference}`;
    const data = { kind: 'claim', reference };
    this.writeRecord(path.join('agenda', 'days', day), key, {});
    this.writeRecord(path.join('agenda', 'entries'), key, {
      due,
      kind: 'case',
      data,
      attempts: 0,
      token: key,
      day,
    });
  }

  private writeRecord(folder: string, key: string, value: unknown): void {
    this.write(`${getRecordPath(path.join(this.directory, folder), key)}.json`, key, value);
  }

  private write(file: string, key: string, value: unknown): void {
    const folder = path.dirname(file);
    if (!this.made.has(folder)) mkdirSync(folder, { recursive: true });
    this.made.add(folder);
    writeFileSync(file, JSON.stringify({ key, value }));
  }
}

/** Of the form of a claim's, at stations that are none. */
function getReference(number: number): string {
  const station = Math.floor(number / DIGITS) % LETTERS;
  return `QX${String.fromCharCode(65 + station)}RE${String(number % DIGITS).padStart(5, '0')}`;
}
