import { z } from 'zod';
import type { Actor } from '../../services/cases/actor.js';
import type { CaseDesk } from '../../services/cases/caseDesk.js';
import type { Case } from '../../services/cases/caseKinds.js';
import { readReference } from '../../services/cases/references.js';
import { RedeyeError } from '../../services/errors.js';
import type { ControlHandler } from './controlServer.js';

const STAFF_VERBS = ['reply', 'escalate', 'close'] as const;

/** What a member of staff does to a case from outside the chat. `text` is the reply, reason or improvement. */
export const staffCommandSchema = z.object({
  verb: z.enum(STAFF_VERBS),
  reference: z.string().min(1).max(100),
  text: z.string().trim().min(1).max(8000),
  by: z.string().trim().min(1).max(100),
});
export type StaffCommand = z.infer<typeof staffCommandSchema>;

/** Fails as `CaseDesk.carryOut` does; only complaints have levels to escalate to. */
export async function carryOutStaffCommand(desk: CaseDesk, command: StaffCommand): Promise<Case> {
  const { verb, reference, text } = command;
  const by: Actor = `agent:${command.by}`;
  const read = readReference(reference);
  if (!read) throw new RedeyeError('case.unknown', reference);
  const { kind } = read;
  if (verb === 'reply') return desk.carryOut(kind, reference, { type: 'reply', text }, by);
  if (verb === 'escalate') {
    if (kind !== 'complaint') throw new RedeyeError('case.invalid', 'only a complaint can be escalated');
    return desk.carryOut(kind, reference, { type: 'escalate', reason: text }, by);
  }
  return kind === 'complaint'
    ? desk.carryOut(kind, reference, { type: 'close', improvement: text }, by)
    : desk.carryOut(kind, reference, { type: 'close', outcome: text }, by);
}

/** Carries out what the `cases` command asks of a running service. */
export function createCaseControl(desk: CaseDesk): ControlHandler {
  return (message) => {
    const command = staffCommandSchema.safeParse(message).data;
    return command && carryOutStaffCommand(desk, command).then((changed) => ({ case: changed }));
  };
}
