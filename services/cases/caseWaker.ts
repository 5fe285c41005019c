import type { Clock } from '../clock.js';
import type { AgendaEntry } from '../agenda.js';
import type { CaseKind } from './caseKinds.js';
import type { NotifyPassenger } from './caseNotice.js';
import type { CaseStore } from './caseStore.js';
import type { LoadedCase } from './caseStream.js';
import { readWakeUp } from './caseAgenda.js';
import { getStream } from './references.js';

export interface WakerParts {
  readonly store: CaseStore;
  readonly clock: Clock;
  readonly notify: NotifyPassenger;
}

/** The agenda's handler for cases: lets time pass for one, and tells the passenger what they do not know yet. */
export class CaseWaker {
  constructor(private readonly parts: WakerParts) {}

  /** Returns when to look at the case again. Fails when the passenger could not be told: to be tried again. */
  handle = async (entry: AgendaEntry): Promise<Date | undefined> => {
    const { kind, reference } = readWakeUp(entry.data);
    return this.wake(kind, reference);
  };

  async wake<K extends CaseKind>(kind: K, reference: string): Promise<Date | undefined> {
    const { store, clock } = this.parts;
    if (!(await store.load(kind, reference))) return undefined;
    const loaded = await store.change(kind, reference, { type: 'pass-time' }, 'system');
    await this.tellNews(kind, loaded);
    return store.getRulebook(kind).getNextDue(loaded.state, clock.now());
  }

  /** Told first, recorded then: a crash in between tells twice, with the same id, rather than never. */
  private async tellNews<K extends CaseKind>(kind: K, loaded: LoadedCase<K>): Promise<void> {
    const { reference } = loaded.case;
    const { filer } = loaded.state.details;
    for (const [version, news] of loaded.untold) {
      const id = `${getStream({ kind, reference })}#${String(version)}`;
      const delivery = await this.parts.notify({ id, kind, reference, news, filer });
      await this.parts.store.recordTold(kind, reference, version, delivery ?? null);
    }
  }
}
