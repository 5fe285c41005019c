import type { ClaimType } from '../../services/cases/claim/claimDetails.js';
import type { Slots, SubmitContext } from '../form/definition.js';
import { listApplicable } from '../form/state.js';
import type { FormDefinition } from '../form/definition.js';
import { getIntlTag } from '../../locales/index.js';
import type { Reply } from '../reply.js';

export interface FiledClaim {
  readonly reference: string;
  /** It was filed before: by another tab, a resend, or a turn that died. */
  readonly known: boolean;
  readonly type: ClaimType;
  readonly deadlines: string;
}

const NEXT = {
  delayed: 'claim:filed.nextDelayed',
  damaged: 'claim:filed.nextDamaged',
  'missing-contents': 'claim:filed.nextMissing',
  lost: 'claim:filed.nextLost',
} as const;

/** What a passenger reads once the report is filed: the reference, what happens next, and the whole of it to keep. */
export function showFiled(
  { reference, known, type, deadlines }: FiledClaim,
  definition: Pick<FormDefinition, 'fields'>,
  slots: Slots,
  context: SubmitContext & { readonly timeZone: string },
): Omit<Reply, 'trace'>[] {
  const { voice } = context;
  const { say } = voice;
  const lines = listApplicable(definition, slots).flatMap((field) => {
    const value = slots[field.name];
    if (value === undefined) return [];
    return [say('form:review.line', { field: field.label(voice), value: field.show(value, voice) })];
  });
  const time = new Intl.DateTimeFormat(getIntlTag(voice.language), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: context.timeZone,
  }).format(context.now);
  const outcome = say(known ? 'claim:filed.known' : 'claim:filed.done', { reference });
  const next = `${say('claim:filed.next')}\n\n${say(NEXT[type])}`;
  const parts = [outcome, next, deadlines, say('claim:filed.papers')].filter((part) => part !== '');
  return [
    { text: parts.join('\n\n') },
    { text: say('claim:filed.summary', { reference, time, lines: lines.join('\n') }) },
  ];
}
