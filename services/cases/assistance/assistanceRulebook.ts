import type { CaseNews } from '../caseNotice.js';
import type { CaseRulebook } from '../caseRulebook.js';
import { normaliseName } from '../personNames.js';
import { assistanceCommandSchema, assistanceEventSchema, type AssistanceEvent } from './assistance.js';
import { assistanceDetailsSchema, type AssistanceDetails } from './assistanceDetails.js';
import { decideAssistance, isAssistanceOpen, requestAssistance } from './decideAssistance.js';
import { evolveAssistance } from './evolveAssistance.js';
import type { AssistanceRules } from './timeliness.js';

export function createAssistanceRulebook(rules: AssistanceRules): CaseRulebook<'assistance'> {
  return {
    kind: 'assistance',
    detailsSchema: assistanceDetailsSchema,
    commandSchema: assistanceCommandSchema,
    eventSchema: assistanceEventSchema,
    file: (filingKey, details, occasion) => requestAssistance(filingKey, details, occasion, rules),
    decide: decideAssistance,
    evolve: evolveAssistance,
    isOpen: isAssistanceOpen,
    getNextDue: ({ status, overdue, answerBy }) =>
      status === 'requested' && !overdue ? new Date(answerBy) : undefined,
    tellNews,
    describeContent,
    choosePlace: (_details, houseDay) => houseDay,
  };
}

function tellNews(event: AssistanceEvent): CaseNews | undefined {
  switch (event.type) {
    case 'assistance-requested':
      return { what: 'filed', answerBy: event.data.answerBy };
    case 'replied':
      return { what: 'replied', text: event.data.text };
    case 'confirmed':
      return { what: 'status-changed', to: 'confirmed', reason: event.data.text };
    case 'declined':
      return { what: 'status-changed', to: 'declined', reason: event.data.reason };
    case 'closed':
      return { what: 'closed', outcome: event.data.outcome };
    case 'information-added':
    case 'withdrawn':
    case 'overdue':
      return undefined;
  }
}

function describeContent({ needs, flight, date, name }: AssistanceDetails): string {
  return JSON.stringify([[...needs].sort(), flight, date, normaliseName(name)]);
}
