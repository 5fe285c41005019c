import type { AssistanceEvent, AssistanceRequest } from './assistance.js';

/** The request after an event; the first event makes it. */
export function evolveAssistance(
  request: AssistanceRequest | undefined,
  event: AssistanceEvent,
): AssistanceRequest | undefined {
  if (event.type === 'assistance-requested') {
    const { details, codes, timeliness, answerBy } = event.data;
    return {
      details,
      filedAt: event.time,
      status: 'requested',
      codes,
      timeliness,
      answerBy,
      overdue: false,
      additions: [],
      replies: [],
    };
  }
  if (!request) return undefined;
  const { time, actor: by } = event;
  switch (event.type) {
    case 'information-added':
      return { ...request, additions: [...request.additions, { ...event.data, time, by }] };
    case 'replied':
      return { ...request, replies: [...request.replies, { text: event.data.text, time, by }] };
    case 'confirmed':
      return {
        ...request,
        status: 'confirmed',
        replies: [...request.replies, { text: event.data.text, time, by }],
      };
    case 'declined':
      return {
        ...request,
        status: 'declined',
        replies: [...request.replies, { text: event.data.reason, time, by }],
      };
    case 'withdrawn':
      return { ...request, status: 'withdrawn' };
    case 'overdue':
      return { ...request, overdue: true };
    case 'closed':
      return { ...request, status: 'done' };
  }
}
