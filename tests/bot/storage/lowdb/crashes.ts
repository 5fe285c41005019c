import { setTimeout } from 'node:timers/promises';
import { openDataDirectory } from '../../../../bot/storage/lowdb/openDataDirectory.js';
import { findTampering, type EventLog } from '../../../../services/eventLog.js';
import { startChild } from './child.js';

export interface CrashReport {
  acknowledged: number;
  /** Acknowledged appends that are not in the log. */
  lost: string[];
  /** Appends of which only a part is in the log. */
  torn: string[];
  /** Streams whose chain does not hold. */
  broken: string[];
}

interface Note {
  readonly id: string;
  readonly index: number;
  readonly size: number;
}

/** Kills a busy process again and again, each time at another moment, and looks at what is left. */
export async function crashRepeatedly(
  directory: string,
  times: number,
  getDelay: (life: number) => number,
): Promise<CrashReport> {
  const report: CrashReport = { acknowledged: 0, lost: [], torn: [], broken: [] };
  const acknowledged = new Map<string, Set<string>>();
  for (let life = 0; life < times; life += 1) {
    const child = startChild(new URL('./busyWriter.ts', import.meta.url), [directory, String(life)]);
    note(acknowledged, await child.nextLine());
    const killed = setTimeout(getDelay(life)).then(() => child.kill());
    for await (const line of child.lines) note(acknowledged, line);
    await killed;
  }
  const opened = await openDataDirectory(directory);
  for (const [stream, ids] of acknowledged) {
    report.acknowledged += ids.size;
    await inspect(opened.eventLog, stream, ids, report);
    const state = (await opened.storage.read([stream])) as Record<string, { id?: unknown }>;
    if (typeof state[stream]?.id !== 'string') report.lost.push(`the state of ${stream}`);
  }
  await opened.close();
  return report;
}

function note(acknowledged: Map<string, Set<string>>, line: string): void {
  const { stream, id } = JSON.parse(line) as { stream: string; id: string };
  const ids = acknowledged.get(stream) ?? new Set();
  acknowledged.set(stream, ids.add(id));
}

async function inspect(log: EventLog, stream: string, ids: Set<string>, report: CrashReport): Promise<void> {
  const events = await log.read(stream);
  if (findTampering(events)) report.broken.push(stream);
  const found = new Map<string, number>();
  const sizes = new Map<string, number>();
  for (const event of events) {
    const { id, size } = event.data as unknown as Note;
    found.set(id, (found.get(id) ?? 0) + 1);
    sizes.set(id, size);
  }
  for (const id of ids) if (!found.has(id)) report.lost.push(`${stream} ${id}`);
  for (const [id, count] of found) if (count !== sizes.get(id)) report.torn.push(`${stream} ${id}`);
}
