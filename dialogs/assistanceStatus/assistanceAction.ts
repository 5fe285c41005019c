import { z } from 'zod';
import type { Actor } from '../../services/cases/actor.js';
import type { CaseDesk } from '../../services/cases/caseDesk.js';
import type { Case } from '../../services/cases/caseKinds.js';
import { CaseRefused } from '../../services/cases/caseRefused.js';
import { describeAddition } from '../caseStatus/addToCase.js';
import type { Slots } from '../form/definition.js';
import { photosSchema } from '../form/fields/keptPhotos.js';
import type { Voice } from '../form/voice.js';

const chosenSchema = z.discriminatedUnion('next', [
  z.object({
    next: z.literal('add'),
    addition: z.object({ text: z.string().optional(), photos: photosSchema.optional() }),
  }),
  z.object({ next: z.literal('withdraw'), sure: z.enum(['yes', 'no']) }),
]);

/** Carries out what the passenger chose; returns the request as it is then and what to say of it. */
export async function actOnAssistance(
  found: Case<'assistance'>,
  slots: Slots,
  cases: CaseDesk,
  { voice, passengerId }: { voice: Voice; passengerId: string },
): Promise<{ found: Case<'assistance'>; said: string }> {
  const chosen = chosenSchema.parse(slots);
  const { say } = voice;
  if (chosen.next === 'withdraw' && chosen.sure === 'no')
    return { found, said: say('caseStatus:assistance.kept') };
  const by: Actor = `passenger:${passengerId}`;
  const command =
    chosen.next === 'add'
      ? describeAddition(chosen.addition, found.state.additions)
      : ({ type: 'withdraw' } as const);
  const said = say(chosen.next === 'add' ? 'caseStatus:added' : 'caseStatus:assistance.withdrawn');
  if (command === undefined || found.state.status === 'withdrawn') return { found, said };
  try {
    return { found: await cases.carryOut('assistance', found.reference, command, by), said };
  } catch (error) {
    if (!(error instanceof CaseRefused)) throw error;
    const key = error.reason === 'closed' ? 'caseStatus:assistance.closed' : 'caseStatus:refused.other';
    return { found, said: say(key) };
  }
}
