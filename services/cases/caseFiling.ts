import { createHash } from 'node:crypto';
import { z } from 'zod';
import { getLocalDay } from '../calendar.js';
import { RedeyeError } from '../errors.js';
import type { EventLog, Json } from '../eventLog.js';
import type { Actor } from './actor.js';
import type { CaseKind, CaseTypes } from './caseKinds.js';
import type { CaseRulebook } from './caseRulebook.js';
import { foldCase, getFilingKey, type LoadedCase } from './caseStream.js';
import { normaliseName } from './personNames.js';
import { deriveReference, getStream } from './references.js';

const MOST_PROBES = 1000;
const ATTEMPTS = 10;
const DAY_MS = 86_400_000;

const begunSchema = z.object({
  time: z.iso.datetime(),
  data: z.object({ filingKey: z.string(), persons: z.array(z.string()) }),
});
type Begun = z.infer<typeof begunSchema>;

export interface FilingParts {
  readonly eventLog: EventLog;
  /** IANA zone of the house day in references. */
  readonly timeZone: string;
  /** Called with a reference before its case is stored, so that what the case needs later cannot be lost. */
  readonly prepare: (kind: CaseKind, reference: string) => Promise<void>;
}

interface Filing<K extends CaseKind> {
  readonly rulebook: CaseRulebook<K>;
  readonly filingKey: string;
  readonly details: CaseTypes[K]['details'];
  readonly actor: Actor;
  readonly now: Date;
}

/**
 * Files a case once. A filing is first announced in a stream named after its content, so that two of the same content
 * meet there whichever keys they carry; the reference follows from the announced key, so that whoever carries an
 * announced filing on after a crash ends up at the same case.
 */
export class CaseFiling {
  constructor(private readonly parts: FilingParts) {}

  /** The case of this filing, and whether it was stored just now. */
  async file<K extends CaseKind>(filing: Filing<K>): Promise<{ isNew: boolean; loaded: LoadedCase<K> }> {
    const { rulebook, details, actor, now } = filing;
    const stream = getContentStream(rulebook.kind, rulebook.describeContent(details));
    const persons = [details.filer.id, normaliseName(details.name)].map(hash);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const begun = (await this.parts.eventLog.read(stream)).map((event) => begunSchema.parse(event));
      const mine = begun.filter(({ data }) => data.persons.some((person) => persons.includes(person)));
      const same = mine.find(({ data }) => data.filingKey === filing.filingKey) ?? mine.at(-1);
      const resumed = same && (await this.resume(filing, same));
      if (resumed) return resumed;
      const data: Json = { filingKey: filing.filingKey, persons };
      const event = { type: 'filing-begun', time: now.toISOString(), actor, data };
      if (await this.appendIfAt(stream, begun.length, event)) return this.place(filing);
    }
    throw new RedeyeError('storage.conflict', stream);
  }

  /** Carries on what was announced; undefined when that led to a case which is closed, under another key. */
  private async resume<K extends CaseKind>(
    filing: Filing<K>,
    { data, time }: Begun,
  ): Promise<{ isNew: boolean; loaded: LoadedCase<K> } | undefined> {
    const announced = { ...filing, filingKey: data.filingKey };
    const known = await this.findFiled(announced, getLocalDay(new Date(time), this.parts.timeZone));
    if ('loaded' in known) {
      const counts = known.loaded.case.open || data.filingKey === filing.filingKey;
      return counts ? { isNew: false, loaded: known.loaded } : undefined;
    }
    return this.place(announced, new Date(time));
  }

  private async place<K extends CaseKind>(
    filing: Filing<K>,
    announcedAt: Date = filing.now,
  ): Promise<{ isNew: boolean; loaded: LoadedCase<K> }> {
    const { rulebook, filingKey, details, actor, now } = filing;
    // Answers changed just after midnight announce the same filing anew; it may have its case from the day before.
    const before = new Date(announcedAt.getTime() - DAY_MS);
    const earlier = await this.findFiled(filing, getLocalDay(before, this.parts.timeZone));
    if ('loaded' in earlier) return { isNew: false, loaded: earlier.loaded };
    for (;;) {
      const found = await this.findFiled(filing, getLocalDay(announcedAt, this.parts.timeZone));
      if ('loaded' in found) return { isNew: false, loaded: found.loaded };
      const stream = getStream({ kind: rulebook.kind, reference: found.free });
      await this.parts.prepare(rulebook.kind, found.free);
      const event = rulebook.file(filingKey, details, { now, actor });
      if (!(await this.appendIfAt(stream, 0, { ...event, data: event.data }))) continue;
      const loaded = foldCase(rulebook, found.free, await this.parts.eventLog.read(stream));
      if (loaded) return { isNew: true, loaded };
    }
  }

  /** The case of a key, or the reference that is free for it. */
  private async findFiled<K extends CaseKind>(
    { rulebook, filingKey, details }: Filing<K>,
    houseDay: string,
  ): Promise<{ loaded: LoadedCase<K> } | { free: string }> {
    const place = rulebook.choosePlace(details, houseDay);
    for (let probe = 0; probe < MOST_PROBES; probe += 1) {
      const reference = deriveReference(rulebook.kind, filingKey, place, probe);
      const events = await this.parts.eventLog.read(getStream({ kind: rulebook.kind, reference }));
      if (events.length === 0) return { free: reference };
      if (getFilingKey(events) !== filingKey) continue;
      const loaded = foldCase(rulebook, reference, events);
      if (loaded) return { loaded };
    }
    throw new RedeyeError('case.references-exhausted', place);
  }

  private async appendIfAt(
    stream: string,
    version: number,
    event: Parameters<EventLog['append']>[1][number],
  ): Promise<boolean> {
    try {
      await this.parts.eventLog.append(stream, [event], version);
      return true;
    } catch (error) {
      if (isConflict(error)) return false;
      throw error;
    }
  }
}

export function isConflict(error: unknown): boolean {
  return error instanceof RedeyeError && error.code === 'storage.conflict';
}

function getContentStream(kind: CaseKind, content: string): string {
  return `filing/${kind}-${hash(content)}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
