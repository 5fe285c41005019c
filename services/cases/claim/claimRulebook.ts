import type { CaseNews } from '../caseNotice.js';
import type { CaseRulebook } from '../caseRulebook.js';
import { normaliseName } from '../personNames.js';
import { claimCommandSchema, claimEventSchema, type ClaimEvent } from './claim.js';
import { listReminders, type ClaimRules } from './claimDeadlines.js';
import { claimDetailsSchema, type ClaimDetails } from './claimDetails.js';
import { decideClaim, fileClaim } from './decideClaim.js';
import { evolveClaim } from './evolveClaim.js';

export function createClaimRulebook(rules: ClaimRules): CaseRulebook<'claim'> {
  return {
    kind: 'claim',
    detailsSchema: claimDetailsSchema,
    commandSchema: claimCommandSchema,
    eventSchema: claimEventSchema,
    file: fileClaim,
    decide: (command, claim, occasion) => decideClaim(command, claim, occasion, rules),
    evolve: evolveClaim,
    isOpen: ({ status }) => status !== 'closed',
    getNextDue(claim, now) {
      if (claim.status === 'closed') return undefined;
      const times = listReminders(claim, rules, now).map(({ at }) => at.getTime());
      return times.length === 0 ? undefined : new Date(Math.min(...times));
    },
    tellNews,
    describeContent,
    choosePlace: ({ station }) => station,
  };
}

function tellNews(event: ClaimEvent): CaseNews | undefined {
  switch (event.type) {
    case 'claim-filed':
      return { what: 'filed' };
    case 'replied':
      return { what: 'replied', text: event.data.text };
    case 'status-changed':
      return { what: 'status-changed', to: event.data.to, reason: event.data.reason };
    case 'deadline-near':
      return { what: 'deadline-near', name: event.data.name, day: event.data.day };
    case 'closed':
      return { what: 'closed', outcome: event.data.outcome };
    case 'information-added':
    case 'bag-received':
      return undefined;
  }
}

/** A tag tells bags apart; without one, the name must do. */
function describeContent({ type, station, flight, date, tags, name }: ClaimDetails): string {
  const bag = tags.length > 0 ? [...tags].sort() : normaliseName(name);
  return JSON.stringify([type, station, flight, date, bag]);
}
