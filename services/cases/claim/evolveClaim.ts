import type { Claim, ClaimEvent } from './claim.js';

/** The claim after an event; the first event makes it. */
export function evolveClaim(claim: Claim | undefined, event: ClaimEvent): Claim | undefined {
  if (event.type === 'claim-filed') {
    const { details } = event.data;
    return {
      details,
      filedAt: event.time,
      status: 'reported',
      receivedDay: details.receivedDay,
      additions: [],
      replies: [],
      remindedOf: [],
    };
  }
  if (!claim) return undefined;
  const { time, actor: by } = event;
  switch (event.type) {
    case 'information-added':
      return { ...claim, additions: [...claim.additions, { ...event.data, time, by }] };
    case 'bag-received':
      return { ...claim, receivedDay: event.data.day };
    case 'status-changed':
      return { ...claim, status: event.data.to };
    case 'replied':
      return { ...claim, replies: [...claim.replies, { text: event.data.text, time, by }] };
    case 'deadline-near':
      return { ...claim, remindedOf: [...claim.remindedOf, event.data.name] };
    case 'closed':
      return { ...claim, status: 'closed', outcome: event.data.outcome };
  }
}
