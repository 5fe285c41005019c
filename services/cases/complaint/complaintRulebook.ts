import { isPassenger } from '../actor.js';
import type { CaseNews } from '../caseNotice.js';
import type { CaseRulebook } from '../caseRulebook.js';
import { normaliseName } from '../personNames.js';
import { complaintCommandSchema, complaintEventSchema, type ComplaintEvent } from './complaint.js';
import { complaintDetailsSchema, type ComplaintDetails } from './complaintDetails.js';
import { decideComplaint, fileComplaint, type ComplaintRules } from './decideComplaint.js';
import { evolveComplaint } from './evolveComplaint.js';

export function createComplaintRulebook(rules: ComplaintRules): CaseRulebook<'complaint'> {
  return {
    kind: 'complaint',
    detailsSchema: complaintDetailsSchema,
    commandSchema: complaintCommandSchema,
    eventSchema: complaintEventSchema,
    file: (filingKey, details, occasion) => fileComplaint(filingKey, details, occasion, rules),
    decide: (command, complaint, occasion) => decideComplaint(command, complaint, occasion, rules),
    evolve: evolveComplaint,
    isOpen: ({ status }) => status !== 'closed',
    getNextDue: ({ clock }) => (clock && !clock.overdue ? new Date(clock.due) : undefined),
    tellNews,
    describeContent,
    choosePlace: (_details, houseDay) => houseDay,
  };
}

function tellNews(event: ComplaintEvent): CaseNews | undefined {
  switch (event.type) {
    case 'complaint-filed':
      return { what: 'filed', answerBy: event.data.answerDue };
    case 'replied':
      return { what: 'replied', text: event.data.text };
    case 'escalated':
      return isPassenger(event.actor) ? undefined : { what: 'escalated', level: event.data.level };
    case 'closed':
      return {
        what: 'closed',
        outcome: event.data.improvement,
        ...(event.data.reviewUntil && { reviewUntil: event.data.reviewUntil }),
      };
    case 'acknowledged':
    case 'assigned':
    case 'overdue':
    case 'reply-accepted':
    case 'information-added':
    case 'rated':
      return undefined;
  }
}

function describeContent({ category, flight, date, text, name }: ComplaintDetails): string {
  const words = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
  return JSON.stringify([category, flight ?? null, date ?? null, words, normaliseName(name)]);
}
