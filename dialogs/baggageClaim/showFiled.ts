import { getIntlTag } from '../../locales/index.js';
import type { ClaimType } from '../../services/cases/claim/claimDetails.js';
import { PAGE_ADDRESS } from '../casePage.js';
import type { FormDefinition, Slots, SubmitContext } from '../form/definition.js';
import { showSlots } from '../form/showSlots.js';
import type { Reply } from '../reply.js';
import { showTime } from '../showMoment.js';
import { splitList } from './splitList.js';

export interface FiledClaim {
  readonly reference: string;
  /** It was filed before: by another tab, a resend, or a turn that died. */
  readonly known: boolean;
  readonly type: ClaimType;
  readonly deadlines: string;
}

export interface Showing extends SubmitContext {
  readonly timeZone: string;
  /** The claim has a page that can be linked to; without one, all of it is in a message of its own. */
  readonly hasPage: boolean;
}

/** What a passenger reads once the report is filed: the reference, what happens next, and the whole of it to keep. */
export function showFiled(
  claim: FiledClaim,
  definition: Pick<FormDefinition, 'fields'>,
  slots: Slots,
  { voice, now, timeZone, hasPage }: Showing,
): Omit<Reply, 'trace'>[] {
  const { reference, known, type, deadlines } = claim;
  const { say, language } = voice;
  const steps = [...splitList(say(`claim:steps.${type}`)), say('claim:filed.news')];
  const papers = new Intl.ListFormat(getIntlTag(language)).format(splitList(say(`claim:papers.${type}`)));
  const text = [
    say(known ? 'claim:filed.known' : 'claim:filed.done', { reference }),
    ...(hasPage ? [say('claim:filed.page', { address: PAGE_ADDRESS })] : []),
    say('claim:filed.next'),
    steps.map((step, index) => `${index + 1}. ${step}`).join('\n'),
    deadlines,
    say('claim:filed.papers', { papers }),
  ].filter((part) => part !== '');
  if (hasPage) return [{ text: text.join('\n\n'), page: { kind: 'claim', reference } }];
  const lines = showSlots(definition, slots, voice);
  const time = showTime(now, language, timeZone);
  return [{ text: text.join('\n\n') }, { text: say('claim:filed.summary', { reference, time, lines }) }];
}
