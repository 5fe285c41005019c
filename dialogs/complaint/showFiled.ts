import type { PolicyNode } from '../../faq/policy.js';
import type { Filed } from '../../services/cases/caseDesk.js';
import type { FormDefinition, Slots, SubmitContext } from '../form/definition.js';
import { showSlots } from '../form/showSlots.js';
import type { Reply } from '../reply.js';
import { showMoment, showTime } from '../showMoment.js';

type Context = SubmitContext & { readonly timeZone: string; readonly policy: PolicyNode };

/** What a passenger reads once a complaint is filed: the reference, the clock, the three levels, and all of it to keep. */
export function showFiledComplaint(
  { outcome, case: { reference, state } }: Filed<'complaint'>,
  definition: Pick<FormDefinition, 'fields'>,
  slots: Slots,
  { voice, now, timeZone, policy }: Context,
): Omit<Reply, 'trace'>[] {
  const { say, language } = voice;
  const owner = say(`complaint:owners.${state.owner}`);
  const due = state.clock && showMoment(state.clock.due, language, timeZone);
  const settleBy = showTime(state.settleBy, language, timeZone);
  const parts = [
    say(outcome === 'known' ? 'complaint:filed.known' : 'complaint:filed.done', { reference }),
    ...(state.details.urgent ? [say('complaint:filed.urgent')] : []),
    ...(due === undefined ? [] : [say('complaint:filed.clock', { due, owner })]),
    say('complaint:filed.next', { owner, settleBy, policy }),
  ];
  const lines = showSlots(definition, slots, voice);
  const time = showTime(now, language, timeZone);
  return [{ text: parts.join('\n\n') }, { text: say('complaint:filed.summary', { reference, time, lines }) }];
}
