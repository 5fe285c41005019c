import { z } from 'zod';
import type { CaseDesk } from '../../services/cases/caseDesk.js';
import type { MessageInput } from '../../services/cases/message/messageDetails.js';
import type { Desk } from '../desk.js';
import type { FormDefinition, Slots, SubmitContext } from '../form/definition.js';
import { isMoment } from './callBackField.js';
import { createMessageFields, wantsCall } from './messageFields.js';
import { findMessageWish } from './messageWords.js';
import { showLeftMessage } from './showLeft.js';

const policySchema = z.object({ house: z.object({ callBackMaxDays: z.number() }) });
const DEFAULT_MOST_DAYS = 7;

const slotsSchema = z.object({
  text: z.string(),
  name: z.string(),
  contact: z.object({ phone: z.string().optional(), email: z.string().optional() }),
  callBack: z.string().optional(),
  time: z.string().optional(),
});

/** Takes down what a passenger leaves for the staff instead of waiting, or when they want to be called. */
export function createLeaveMessageForm(
  desk: Pick<Desk, 'timeZone' | 'answers' | 'handoffs' | 'translate' | 'understanding'>,
  cases: CaseDesk,
): FormDefinition {
  const { timeZone, answers } = desk;
  const mostDays = () =>
    policySchema.safeParse(answers.readPolicy('en')).data?.house.callBackMaxDays ?? DEFAULT_MOST_DAYS;
  return {
    name: 'leave-message',
    fields: createMessageFields({ timeZone, mostDays }),
    keep: ({ text, entities }, { lexicon }) => ({
      wants: findMessageWish(text, entities, lexicon) ?? 'message',
    }),
    begin: ({ voice }, slots) =>
      wantsCall(slots)
        ? voice.say('message:begin.call')
        : voice.say('message:begin.message', { policy: answers.readPolicy(voice.language) }),
    review: {},
    async submit(slots, context) {
      const filed = await cases.file('message', context.filingKey, describeMessage(slots, context));
      return { kind: 'done', replies: [await showLeftMessage(filed, slots, desk, context)] };
    },
  };
}

function describeMessage(confirmed: Slots, { passengerId, reference, voice }: SubmitContext): MessageInput {
  const { text, name, contact, callBack, time } = slotsSchema.parse(confirmed);
  const chosen = time ?? callBack;
  return {
    text,
    name,
    contact,
    ...(chosen !== undefined && isMoment(chosen) && { callBack: chosen }),
    filer: { id: passengerId, conversation: reference, language: voice.language },
  };
}
