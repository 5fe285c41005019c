import type { Agenda, AgendaEntry, AgendaItem } from '../../services/agenda.js';

/** An agenda that forgets, for tests of what stands on one. */
export class MemoryAgenda implements Agenda {
  private readonly entries = new Map<string, AgendaEntry>();
  private readonly listeners = new Set<(due: Date) => void>();
  private scheduled = 0;

  schedule(item: AgendaItem): Promise<void> {
    this.scheduled += 1;
    this.entries.set(item.key, { ...structuredClone(item), attempts: 0, token: String(this.scheduled) });
    for (const listener of this.listeners) listener(item.due);
    return Promise.resolve();
  }

  cancel(key: string): Promise<void> {
    this.entries.delete(key);
    return Promise.resolve();
  }

  takeDue(now: Date, limit: number): Promise<AgendaEntry[]> {
    const due = [...this.entries.values()].filter((entry) => entry.due <= now);
    due.sort((a, b) => a.due.getTime() - b.due.getTime());
    return Promise.resolve(structuredClone(due.slice(0, limit)));
  }

  settle(entry: AgendaEntry, next?: Date): Promise<void> {
    return this.replace(entry, next && { ...entry, due: next, attempts: 0 });
  }

  postpone(entry: AgendaEntry, due: Date): Promise<void> {
    return this.replace(entry, { ...entry, due, attempts: entry.attempts + 1 });
  }

  onSchedule(listener: (due: Date) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  private replace(entry: AgendaEntry, by: AgendaEntry | undefined): Promise<void> {
    if (this.entries.get(entry.key)?.token === entry.token) {
      if (by) this.entries.set(entry.key, structuredClone(by));
      else this.entries.delete(entry.key);
    }
    return Promise.resolve();
  }
}
