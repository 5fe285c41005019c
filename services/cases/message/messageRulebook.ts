import type { CaseNews } from '../caseNotice.js';
import type { CaseRulebook } from '../caseRulebook.js';
import { normaliseName } from '../personNames.js';
import { decideMessage, leaveMessage, type MessageRules } from './decideMessage.js';
import { evolveMessage } from './evolveMessage.js';
import { messageCommandSchema, messageEventSchema, type MessageEvent } from './message.js';
import { messageDetailsSchema, type MessageDetails } from './messageDetails.js';

export function createMessageRulebook(rules: MessageRules): CaseRulebook<'message'> {
  return {
    kind: 'message',
    detailsSchema: messageDetailsSchema,
    commandSchema: messageCommandSchema,
    eventSchema: messageEventSchema,
    file: (filingKey, details, occasion) => leaveMessage(filingKey, details, occasion, rules),
    decide: (command, message, occasion) => decideMessage(command, message, occasion, rules),
    evolve: evolveMessage,
    isOpen: ({ status }) => status !== 'closed',
    getNextDue: ({ status, overdue, answerBy }) =>
      status === 'left' && !overdue ? new Date(answerBy) : undefined,
    tellNews,
    describeContent,
    choosePlace: (_details, houseDay) => houseDay,
  };
}

function tellNews(event: MessageEvent): CaseNews | undefined {
  switch (event.type) {
    case 'message-left': {
      const { answerBy, details } = event.data;
      return { what: 'filed', ...(details.callBack ? { callBack: details.callBack } : { answerBy }) };
    }
    case 'replied':
      return { what: 'replied', text: event.data.text };
    case 'closed':
      return { what: 'closed', outcome: event.data.outcome };
    case 'information-added':
    case 'overdue':
      return undefined;
  }
}

function describeContent({ text, callBack, name }: MessageDetails): string {
  const words = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
  return JSON.stringify([words, callBack ?? null, normaliseName(name)]);
}
