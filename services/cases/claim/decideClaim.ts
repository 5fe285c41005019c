import { getLocalDay } from '../../calendar.js';
import { chooseZone } from '../airportDays.js';
import { CaseRefused } from '../caseRefused.js';
import { requireStaff, sign, type Occasion, type PassTime } from '../decision.js';
import { getBagCode } from './bagCodes.js';
import type { Claim, ClaimCommand, ClaimEvent } from './claim.js';
import { listReminders, type ClaimRules } from './claimDeadlines.js';
import type { ClaimDetails } from './claimDetails.js';
import { canMove } from './claimStatus.js';

export function fileClaim(filingKey: string, details: ClaimDetails, occasion: Occasion): ClaimEvent {
  const { code, verified } = getBagCode(details.appearance);
  return {
    ...sign(occasion),
    type: 'claim-filed',
    data: { filingKey, details, bagCode: code, bagCodeVerified: verified },
  };
}

/** What a command makes of a claim; nothing where it would change nothing. Throws `CaseRefused`. */
export function decideClaim(
  command: ClaimCommand | PassTime,
  claim: Claim,
  occasion: Occasion,
  rules: ClaimRules,
): ClaimEvent[] {
  if (command.type === 'pass-time') return remind(claim, occasion, rules);
  const signed = sign(occasion);
  if (claim.status === 'closed') {
    if (command.type === 'close' && command.outcome === claim.outcome) return [];
    throw new CaseRefused('closed');
  }
  switch (command.type) {
    case 'add-information':
      return [{ ...signed, type: 'information-added', data: command.addition }];
    case 'report-received':
      return receive(command.day, claim, occasion, rules);
    case 'move':
      requireStaff(occasion);
      if (command.to === claim.status) return [];
      if (!canMove(claim, command.to)) throw new CaseRefused('not-from-this-status');
      return [
        {
          ...signed,
          type: 'status-changed',
          data: { from: claim.status, to: command.to, reason: command.reason },
        },
      ];
    case 'reply':
      requireStaff(occasion);
      if (claim.replies.at(-1)?.text === command.text) return [];
      return [{ ...signed, type: 'replied', data: { text: command.text } }];
    case 'close':
      requireStaff(occasion);
      return [{ ...signed, type: 'closed', data: { outcome: command.outcome } }];
  }
}

function receive(day: string, claim: Claim, occasion: Occasion, rules: ClaimRules): ClaimEvent[] {
  const today = getLocalDay(occasion.now, chooseZone(claim.details.station, rules.timeZone));
  if (day > today) throw new CaseRefused('day-ahead');
  return day === claim.receivedDay ? [] : [{ ...sign(occasion), type: 'bag-received', data: { day } }];
}

function remind(claim: Claim, occasion: Occasion, rules: ClaimRules): ClaimEvent[] {
  if (claim.status === 'closed') return [];
  return listReminders(claim, rules, occasion.now)
    .filter(({ at }) => at <= occasion.now)
    .map(({ name, day }) => ({ ...sign(occasion), type: 'deadline-near', data: { name, day } }));
}
