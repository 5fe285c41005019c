import type { Logger } from 'pino';
import type { Agenda } from '../../services/agenda.js';
import type { CaseDesk } from '../../services/cases/caseDesk.js';
import type { Clock } from '../../services/clock.js';
import type { UploadStore } from './uploadStore.js';

export const UPLOAD_SWEEP_KIND = 'upload-sweep';

export interface UploadSweepParts {
  readonly uploads: Pick<UploadStore, 'listBefore' | 'remove'>;
  readonly cases: Pick<CaseDesk, 'listFilesInUse'>;
  readonly agenda: Pick<Agenda, 'schedule'>;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info'>;
  /** How long a file is kept after it came, and after the last case that refers to it was closed. */
  readonly keepDays: number;
}

const DAY_MS = 86_400_000;

/**
 * Deletes passengers' files whose time is over, once a day. What is to go follows from the folder and the cases alone:
 * several processes may sweep at once, and one that ends in the middle leaves the rest to the next sweep.
 */
export class UploadSweep {
  constructor(private readonly parts: UploadSweepParts) {}

  /** At the start: there is one sweep in the agenda, and it is due. */
  async begin(): Promise<void> {
    const { agenda, clock } = this.parts;
    await agenda.schedule({ key: UPLOAD_SWEEP_KIND, kind: UPLOAD_SWEEP_KIND, due: clock.now(), data: null });
  }

  /** The agenda's handler: sweeps, and returns when to sweep again. */
  async handle(): Promise<Date> {
    const { uploads, cases, clock, log, keepDays } = this.parts;
    const now = clock.now().getTime();
    const before = new Date(now - keepDays * DAY_MS);
    const old = await uploads.listBefore(before);
    if (old.length > 0) {
      // Asked after the list was made: what a case takes up in between is among them.
      const inUse = await cases.listFilesInUse(before);
      const unused = old.filter((id) => !inUse.has(id));
      for (const id of unused) await uploads.remove(id);
      log.info({ deleted: unused.length, kept: old.length - unused.length }, 'old uploads were swept');
    }
    return new Date(now + DAY_MS);
  }
}
