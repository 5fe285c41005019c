import { z } from 'zod';
import type { Actor } from '../../services/cases/actor.js';
import type { CaseDesk } from '../../services/cases/caseDesk.js';
import type { Case } from '../../services/cases/caseKinds.js';
import { CaseRefused } from '../../services/cases/caseRefused.js';
import type { ClaimCommand } from '../../services/cases/claim/claim.js';
import { describeAddition } from '../caseStatus/addToCase.js';
import { photosSchema } from '../form/fields/keptPhotos.js';
import { showDay } from '../form/fields/showDay.js';
import type { Slots } from '../form/definition.js';
import type { Voice } from '../form/voice.js';

const chosenSchema = z.discriminatedUnion('next', [
  z.object({
    next: z.literal('add'),
    addition: z.object({ text: z.string().optional(), photos: photosSchema.optional() }),
  }),
  z.object({ next: z.literal('received'), day: z.string() }),
]);
type Chosen = z.infer<typeof chosenSchema>;

/** Carries out what the passenger chose; returns the claim as it is then and what to say of it. */
export async function actOnClaim(
  found: Case<'claim'>,
  slots: Slots,
  cases: CaseDesk,
  { voice, passengerId }: { voice: Voice; passengerId: string },
): Promise<{ found: Case<'claim'>; said: string }> {
  const chosen = chosenSchema.parse(slots);
  const by: Actor = `passenger:${passengerId}`;
  try {
    const command = describeCommand(chosen, found);
    const after = command === undefined ? found : await cases.carryOut('claim', found.reference, command, by);
    return { found: after, said: describeOutcome(chosen, voice) };
  } catch (error) {
    if (!(error instanceof CaseRefused)) throw error;
    const key = error.reason === 'closed' ? 'caseStatus:refused.closed' : 'caseStatus:refused.other';
    return { found, said: voice.say(key) };
  }
}

function describeCommand(chosen: Chosen, { state }: Case<'claim'>): ClaimCommand | undefined {
  return chosen.next === 'add'
    ? describeAddition(chosen.addition, state.additions)
    : { type: 'report-received', day: chosen.day };
}

function describeOutcome(chosen: Chosen, { say, language }: Voice): string {
  return chosen.next === 'add'
    ? say('caseStatus:added')
    : say('caseStatus:claim.received', { day: showDay(chosen.day, language) });
}
