import type { CaseDesk, Filed } from '../../services/cases/caseDesk.js';
import type { Timeliness } from '../../services/cases/assistance/assistance.js';
import type { Desk } from '../desk.js';
import type { FormDefinition, Slots, SubmitContext } from '../form/definition.js';
import { showSlots } from '../form/showSlots.js';
import type { Voice } from '../form/voice.js';
import type { Reply } from '../reply.js';
import { showMoment, showTime } from '../showMoment.js';
import { createAssistanceFields } from './assistanceFields.js';
import { openAssistancePolicy } from './assistancePolicy.js';
import { describeAssistance, readTimelinessFacts } from './assistanceSlots.js';
import { warnOfWeeks } from './detailFields.js';

/** Takes down what a passenger needs for a flight and files it with the airline's cases. */
export function createAssistanceForm(
  { timeZone, answers }: Pick<Desk, 'timeZone' | 'answers'>,
  cases: CaseDesk,
): FormDefinition {
  const policy = openAssistancePolicy(answers);
  const fields = createAssistanceFields(policy);
  const warnOfLateness = ({ inTime, noticeHours, due }: Timeliness, { say, language }: Voice): string[] => {
    if (inTime) return [];
    const { phone } = answers.readFacts(language);
    return [say('assistance:late', { hours: noticeHours, due: showMoment(due, language, timeZone), phone })];
  };
  const showFiled = (
    { outcome, case: { reference, state } }: Filed<'assistance'>,
    slots: Slots,
    { voice, now }: SubmitContext,
  ): Omit<Reply, 'trace'>[] => {
    const { say, language } = voice;
    const next = say('assistance:filed.next', {
      contact: Object.values(state.details.contact).join(', '),
      answerBy: showMoment(state.answerBy, language, timeZone),
      phone: answers.readFacts(language).phone,
      policy: policy.values(language),
    });
    const parts = [
      say(outcome === 'known' ? 'assistance:filed.known' : 'assistance:filed.done', { reference }),
      ...warnOfLateness(state.timeliness, voice),
      next,
    ];
    const time = showTime(now, language, timeZone);
    const lines = showSlots({ fields }, slots, voice);
    return [
      { text: parts.join('\n\n') },
      { text: say('assistance:filed.summary', { reference, time, lines }) },
    ];
  };
  return {
    name: 'special-assistance',
    fields,
    begin: ({ voice }) => voice.say('assistance:begin'),
    review: {
      notes(slots, context) {
        const facts = readTimelinessFacts(slots);
        const weeks = warnOfWeeks(slots, context, policy);
        const late = facts === undefined ? [] : warnOfLateness(cases.assessTimeliness(facts), context.voice);
        return [...(weeks === undefined ? [] : [weeks]), ...late];
      },
    },
    async submit(slots, context) {
      const details = describeAssistance(slots, fields, context);
      return {
        kind: 'done',
        replies: showFiled(await cases.file('assistance', context.filingKey, details), slots, context),
      };
    },
  };
}
