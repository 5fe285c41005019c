import { z } from 'zod';
import type { Agenda } from '../agenda.js';
import type { Clock } from '../clock.js';
import type { CaseKind } from './caseKinds.js';
import { CASE_KINDS } from './caseKinds.js';
import { getStream, type CaseReference } from './references.js';

export const CASE_AGENDA_KIND = 'case';

/** How long after a change that was begun the case is looked at, should the process die in between. */
const SAFETY_MS = 60_000;

const wakeUpSchema = z.object({ kind: z.enum(CASE_KINDS), reference: z.string() });

/**
 * Each case has one entry in the agenda: when it is to be looked at next. What is to be done then follows from the
 * case alone, so an entry too many does no harm; one too few is what must not be.
 */
export class CaseAgenda {
  constructor(
    private readonly agenda: Agenda,
    private readonly clock: Clock,
  ) {}

  /** Before a change: the case is looked at soon even if the process dies right after storing it. */
  prepareChange(kind: CaseKind, reference: string): Promise<void> {
    return this.schedule({ kind, reference }, SAFETY_MS);
  }

  /** After a change: the case is looked at now, news are sent and its next time is settled. */
  announceChange(kind: CaseKind, reference: string): Promise<void> {
    return this.schedule({ kind, reference }, 0);
  }

  private schedule({ kind, reference }: CaseReference, delayMs: number): Promise<void> {
    const due = new Date(this.clock.now().getTime() + delayMs);
    const key = getStream({ kind, reference });
    return this.agenda.schedule({ key, due, kind: CASE_AGENDA_KIND, data: { kind, reference } });
  }
}

/** Which case an agenda entry is about. */
export function readWakeUp(data: unknown): CaseReference {
  return wakeUpSchema.parse(data);
}
