import { CaseRefused } from '../caseRefused.js';
import { requireStaff, sign, type Occasion, type PassTime } from '../decision.js';
import type { AssistanceCommand, AssistanceEvent, AssistanceRequest } from './assistance.js';
import { ASSISTANCE_NEEDS } from './assistanceCodes.js';
import type { AssistanceDetails } from './assistanceDetails.js';
import { assessTimeliness, type AssistanceRules } from './timeliness.js';

export function requestAssistance(
  filingKey: string,
  details: AssistanceDetails,
  occasion: Occasion,
  rules: AssistanceRules,
): AssistanceEvent {
  const codes = [...new Set(details.needs.map((need) => ASSISTANCE_NEEDS[need].code))];
  const answerBy = new Date(occasion.now.getTime() + rules.answerHours * 3_600_000).toISOString();
  const timeliness = assessTimeliness(details, rules, occasion.now);
  const data = { filingKey, details, codes, timeliness, answerBy };
  return { ...sign(occasion), type: 'assistance-requested', data };
}

/** What a command makes of a request; nothing where it would change nothing. Throws `CaseRefused`. */
export function decideAssistance(
  command: AssistanceCommand | PassTime,
  request: AssistanceRequest,
  occasion: Occasion,
): AssistanceEvent[] {
  const signed = sign(occasion);
  if (command.type === 'pass-time') {
    const { status, overdue, answerBy } = request;
    const isDue = status === 'requested' && !overdue && answerBy <= occasion.now.toISOString();
    return isDue ? [{ ...signed, type: 'overdue', data: { due: answerBy } }] : [];
  }
  if (!isAssistanceOpen(request)) throw new CaseRefused('closed');
  switch (command.type) {
    case 'add-information':
      return [{ ...signed, type: 'information-added', data: command.addition }];
    case 'reply':
      requireStaff(occasion);
      if (request.replies.at(-1)?.text === command.text) return [];
      return [{ ...signed, type: 'replied', data: { text: command.text } }];
    case 'confirm':
      requireStaff(occasion);
      if (request.status === 'confirmed') return [];
      return [{ ...signed, type: 'confirmed', data: { text: command.text } }];
    case 'decline':
      requireStaff(occasion);
      return [{ ...signed, type: 'declined', data: { reason: command.reason } }];
    case 'withdraw': {
      const { reason } = command;
      return [{ ...signed, type: 'withdrawn', data: reason === undefined ? {} : { reason } }];
    }
    case 'close':
      requireStaff(occasion);
      if (request.status !== 'confirmed') throw new CaseRefused('not-from-this-status');
      return [{ ...signed, type: 'closed', data: { outcome: command.outcome } }];
  }
}

export function isAssistanceOpen({ status }: AssistanceRequest): boolean {
  return status === 'requested' || status === 'confirmed';
}
