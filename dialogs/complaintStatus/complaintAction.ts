import { z } from 'zod';
import type { Actor } from '../../services/cases/actor.js';
import type { CaseDesk } from '../../services/cases/caseDesk.js';
import type { Case } from '../../services/cases/caseKinds.js';
import { CaseRefused, type RefusalReason } from '../../services/cases/caseRefused.js';
import type { ComplaintCommand } from '../../services/cases/complaint/complaint.js';
import { describeAddition } from '../caseStatus/addToCase.js';
import { photosSchema } from '../form/fields/keptPhotos.js';
import type { Slots } from '../form/definition.js';
import type { Voice } from '../form/voice.js';
import { showMoment } from '../showMoment.js';

const chosenSchema = z.discriminatedUnion('next', [
  z.object({
    next: z.literal('add'),
    addition: z.object({ text: z.string().optional(), photos: photosSchema.optional() }),
  }),
  z.object({ next: z.literal('accept') }),
  z.object({ next: z.literal('escalate'), reason: z.string() }),
  z.object({ next: z.literal('rate'), score: z.coerce.number(), words: z.string().optional() }),
]);
type Chosen = z.infer<typeof chosenSchema>;

/** Carries out what the passenger chose; returns the complaint as it is then and what to say of it. */
export async function actOnComplaint(
  found: Case<'complaint'>,
  slots: Slots,
  cases: CaseDesk,
  { voice, passengerId, timeZone }: { voice: Voice; passengerId: string; timeZone: string },
): Promise<{ found: Case<'complaint'>; said: string }> {
  const chosen = chosenSchema.parse(slots);
  const by: Actor = `passenger:${passengerId}`;
  try {
    const command = describeCommand(chosen, found);
    const after =
      command === undefined ? found : await cases.carryOut('complaint', found.reference, command, by);
    return { found: after, said: describeOutcome(chosen, after, voice, timeZone) };
  } catch (error) {
    if (!(error instanceof CaseRefused)) throw error;
    return { found, said: explainRefusal(error.reason, voice) };
  }
}

function describeCommand(chosen: Chosen, { state }: Case<'complaint'>): ComplaintCommand | undefined {
  switch (chosen.next) {
    case 'add':
      return describeAddition(chosen.addition, state.additions);
    case 'accept':
      return { type: 'accept' };
    case 'escalate':
      return { type: 'escalate', reason: chosen.reason };
    case 'rate':
      return { type: 'rate', score: chosen.score, ...(chosen.words && { words: chosen.words }) };
  }
}

function describeOutcome(
  chosen: Chosen,
  { state }: Case<'complaint'>,
  { say, language }: Voice,
  timeZone: string,
): string {
  switch (chosen.next) {
    case 'add':
      return say('caseStatus:added');
    case 'accept':
      return say('caseStatus:complaint.accepted');
    case 'escalate':
      return say('caseStatus:complaint.escalated', {
        level: state.level,
        owner: say(`complaint:owners.${state.owner}`),
        due: state.clock && showMoment(state.clock.due, language, timeZone),
      });
    case 'rate':
      return say('caseStatus:complaint.rated', { score: chosen.score });
  }
}

function explainRefusal(reason: RefusalReason, { say }: Voice): string {
  switch (reason) {
    case 'highest-level':
    case 'review-period-over':
    case 'no-reply-yet':
    case 'already-rated':
    case 'not-closed':
      return say(`caseStatus:complaint.refused.${reason}`);
    case 'closed':
      return say('caseStatus:refused.closed');
    case 'not-from-this-status':
    case 'staff-only':
    case 'passenger-only':
    case 'day-ahead':
      return say('caseStatus:refused.other');
  }
}
