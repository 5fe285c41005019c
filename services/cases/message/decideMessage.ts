import { isPassenger } from '../actor.js';
import { CaseRefused } from '../caseRefused.js';
import { requireStaff, sign, type Occasion, type PassTime } from '../decision.js';
import type { Message, MessageCommand, MessageEvent } from './message.js';
import type { MessageDetails } from './messageDetails.js';

/** The promises a message's clock keeps; from `policy.yaml`. */
export interface MessageRules {
  /** Hours, day and night, to the answer. */
  readonly answerHours: number;
  /** How long after the time a passenger chose a call is still in time. */
  readonly callGraceMinutes: number;
}

export function leaveMessage(
  filingKey: string,
  details: MessageDetails,
  occasion: Occasion,
  rules: MessageRules,
): MessageEvent {
  const { callBack } = details;
  const answerBy =
    callBack === undefined
      ? findAnswerBy(occasion, rules)
      : new Date(Date.parse(callBack) + rules.callGraceMinutes * 60_000).toISOString();
  return { ...sign(occasion), type: 'message-left', data: { filingKey, details, answerBy } };
}

/** What a command makes of a message; nothing where it would change nothing. Throws `CaseRefused`. */
export function decideMessage(
  command: MessageCommand | PassTime,
  message: Message,
  occasion: Occasion,
  rules: MessageRules,
): MessageEvent[] {
  const signed = sign(occasion);
  if (command.type === 'pass-time') {
    const { status, overdue, answerBy } = message;
    const isDue = status === 'left' && !overdue && answerBy <= occasion.now.toISOString();
    return isDue ? [{ ...signed, type: 'overdue', data: { due: answerBy } }] : [];
  }
  if (message.status === 'closed') throw new CaseRefused('closed');
  switch (command.type) {
    case 'add-information': {
      // What the passenger adds to an answer asks for another one.
      const isAsked = message.status === 'answered' && isPassenger(occasion.actor);
      const answerBy = isAsked ? { answerBy: findAnswerBy(occasion, rules) } : {};
      const data = { addition: command.addition, ...answerBy };
      return [{ ...signed, type: 'information-added', data }];
    }
    case 'reply':
      requireStaff(occasion);
      if (message.status === 'answered' && message.replies.at(-1)?.text === command.text) return [];
      return [{ ...signed, type: 'replied', data: { text: command.text } }];
    case 'close':
      requireStaff(occasion);
      return [{ ...signed, type: 'closed', data: { outcome: command.outcome } }];
  }
}

function findAnswerBy({ now }: Occasion, { answerHours }: MessageRules): string {
  return new Date(now.getTime() + answerHours * 3_600_000).toISOString();
}
