import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Agenda, AgendaEntry, AgendaItem } from '../../../services/agenda.js';
import type { Json } from '../../../services/eventLog.js';
import { KeyedMutex } from '../../keyedMutex.js';
import { Listeners } from '../../listeners.js';
import { RecordFolder, type RecordFolderPlace } from './recordFolder.js';
import { isMissing } from './systemError.js';

const recordSchema = z.object({
  due: z.iso.datetime(),
  kind: z.string(),
  data: z.custom<Json>((value) => value !== undefined),
  attempts: z.int().nonnegative(),
  token: z.string(),
  /** The folder its marker lies in. */
  day: z.string(),
});
type AgendaRecord = z.infer<typeof recordSchema>;

/** The folder of what was late already when it was scheduled: read at each start, whatever the clock says then. */
const LATE = '0000-late';

const markerSchema: z.ZodType<object> = z.object({});

/**
 * A file per entry, and a marker in a folder per due day. Only the folders of days that have come are read, once,
 * and what is due today is then known in memory: entries of later days cost nothing, at the start neither.
 */
export class LowdbAgenda implements Agenda {
  private readonly records: RecordFolder<AgendaRecord>;
  private readonly mutex = new KeyedMutex();
  private readonly listeners = new Listeners<Date>();
  /** Entries whose day has come. */
  private readonly today = new Map<string, AgendaRecord>();
  /** Markers up to this day were read, and none is put before it: folders of earlier days can only become empty. */
  private readThrough = '';

  constructor(
    private readonly place: RecordFolderPlace,
    private readonly createId: () => string = randomUUID,
  ) {
    this.records = new RecordFolder(
      { ...place, directory: path.join(place.directory, 'entries') },
      recordSchema,
    );
  }

  async schedule({ key, due, kind, data }: AgendaItem): Promise<void> {
    const entry = { due: due.toISOString(), kind, data, attempts: 0, token: this.createId() };
    await this.mutex.run(key, async () => this.write(key, entry, await this.records.read(key)));
    this.listeners.notify(due);
  }

  cancel(key: string): Promise<void> {
    return this.mutex.run(key, async () => this.remove(key, await this.records.read(key)));
  }

  async takeDue(now: Date, limit: number): Promise<AgendaEntry[]> {
    await this.readDays(now);
    const moment = now.toISOString();
    return [...this.today]
      .filter(([, { due }]) => due <= moment)
      .sort(([, a], [, b]) => (a.due < b.due ? -1 : 1))
      .slice(0, limit)
      .map(([key, { due, kind, data, attempts, token }]) => ({
        key,
        due: new Date(due),
        kind,
        data,
        attempts,
        token,
      }));
  }

  settle(entry: AgendaEntry, next?: Date): Promise<void> {
    return this.replace(entry, next && { due: next, attempts: 0 });
  }

  postpone(entry: AgendaEntry, due: Date): Promise<void> {
    return this.replace(entry, { due, attempts: entry.attempts + 1 });
  }

  onSchedule(listener: (due: Date) => void): () => void {
    return this.listeners.add(listener);
  }

  private replace(
    { key, token }: AgendaEntry,
    by: { due: Date; attempts: number } | undefined,
  ): Promise<void> {
    return this.mutex.run(key, async () => {
      const current = await this.records.read(key);
      if (current?.token !== token) return;
      if (by) await this.write(key, { ...current, ...by, due: by.due.toISOString() }, current);
      else await this.remove(key, current);
    });
  }

  /** Marker first and the old marker last: whatever a crash leaves, each entry lies under its own day. */
  private async write(
    key: string,
    entry: Omit<AgendaRecord, 'day'>,
    before: AgendaRecord | undefined,
  ): Promise<void> {
    const dueDay = entry.due.slice(0, 10);
    const day = dueDay < this.readThrough ? LATE : dueDay;
    const record = { ...entry, day };
    if (before?.day !== day) await this.openDay(day).write(key, {});
    await this.records.write(key, record);
    if (day <= this.readThrough) this.today.set(key, record);
    else this.today.delete(key);
    if (before && before.day !== day) await this.openDay(before.day).delete(key);
  }

  private async remove(key: string, before: AgendaRecord | undefined): Promise<void> {
    if (!before) return;
    await this.records.delete(key);
    this.today.delete(key);
    await this.openDay(before.day).delete(key);
  }

  private async readDays(now: Date): Promise<void> {
    const through = now.toISOString().slice(0, 10);
    const before = this.readThrough;
    if (through <= before) return;
    const days = (await this.listDays()).filter((day) => day <= through);
    // Set first: what is scheduled while the markers are read goes to memory by itself.
    this.readThrough = through;
    try {
      for (const day of days.filter((each) => each > before)) await this.readDay(day);
    } catch (error) {
      this.readThrough = before;
      throw error;
    }
    // Not those of the day that ends now: something may just be on its way there.
    await this.sweepDays(days.filter((day) => day !== LATE && day < before));
  }

  private async readDay(day: string): Promise<void> {
    for await (const key of this.openDay(day).listKeys()) {
      await this.mutex.run(key, async () => {
        const record = await this.records.read(key);
        if (record?.day === day) this.today.set(key, record);
        else await this.openDay(day).delete(key);
      });
    }
  }

  /** Removes the folders of days that are over, and nothing is left of. */
  private async sweepDays(days: readonly string[]): Promise<void> {
    const needed = new Set([...this.today.values()].map(({ day }) => day));
    for (const day of days) {
      if (!needed.has(day)) await rm(this.getDayDirectory(day), { recursive: true, force: true });
    }
  }

  private async listDays(): Promise<string[]> {
    try {
      return (await readdir(path.join(this.place.directory, 'days'))).sort();
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }

  private openDay(day: string): RecordFolder<object> {
    return new RecordFolder({ ...this.place, directory: this.getDayDirectory(day) }, markerSchema);
  }

  private getDayDirectory(day: string): string {
    return path.join(this.place.directory, 'days', day);
  }
}
