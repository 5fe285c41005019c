import type { Complaint, ComplaintClock, ComplaintEvent } from './complaint.js';

/** The complaint after an event; the first event makes it. */
export function evolveComplaint(
  complaint: Complaint | undefined,
  event: ComplaintEvent,
): Complaint | undefined {
  if (event.type === 'complaint-filed') {
    const { details, level, owner, settleBy, answerDue } = event.data;
    const clock = startClock('answer', event.time, answerDue);
    return {
      details,
      filedAt: event.time,
      status: 'filed',
      level,
      owner,
      clock,
      settleBy,
      additions: [],
      replies: [],
    };
  }
  if (!complaint) return undefined;
  const { time, actor: by } = event;
  switch (event.type) {
    case 'acknowledged':
      return { ...complaint, status: 'acknowledged' };
    case 'assigned':
      return { ...complaint, assignee: event.data.to };
    case 'replied': {
      const { text, level, resolveBy } = event.data;
      return {
        ...complaint,
        status: 'answered',
        clock: startClock('resolution', time, resolveBy),
        replies: [...complaint.replies, { text, level, time, by }],
      };
    }
    case 'escalated': {
      const { level, owner, settleBy, answerDue } = event.data;
      const clock = startClock('answer', time, answerDue);
      return {
        ...complaint,
        ...{ status: 'filed', level, owner, assignee: undefined, clock, settleBy },
        // What ended with the closing that is taken back; the events keep it.
        ...{ improvement: undefined, reviewUntil: undefined, rating: undefined },
      };
    }
    case 'overdue':
      return { ...complaint, clock: complaint.clock && { ...complaint.clock, overdue: true } };
    case 'reply-accepted':
      return { ...complaint, status: 'accepted' };
    case 'closed':
      return { ...complaint, status: 'closed', clock: undefined, ...event.data };
    case 'information-added':
      return { ...complaint, additions: [...complaint.additions, { ...event.data, time, by }] };
    case 'rated':
      return { ...complaint, rating: event.data };
  }
}

function startClock(purpose: ComplaintClock['purpose'], startedAt: string, due: string): ComplaintClock {
  return { purpose, startedAt, due, overdue: false };
}
