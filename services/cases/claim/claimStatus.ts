import type { Claim, ClaimStatus } from './claim.js';

/** Where a bag that is looked for can go next. `closed` is reached by closing alone. */
const SEARCH: Readonly<Record<ClaimStatus, readonly ClaimStatus[]>> = {
  reported: ['tracing', 'located', 'delivering', 'lost'],
  tracing: ['located', 'delivering', 'lost'],
  located: ['tracing', 'delivering'],
  delivering: ['located', 'tracing'],
  lost: ['located', 'under-review'],
  'under-review': ['offered', 'decided', 'located'],
  offered: ['under-review', 'decided'],
  decided: [],
  closed: [],
};

/** Where a claim for a damaged bag or missing contents can go next. */
const REVIEW: Readonly<Partial<Record<ClaimStatus, readonly ClaimStatus[]>>> = {
  reported: ['under-review'],
  'under-review': ['offered', 'decided'],
  offered: ['under-review', 'decided'],
};

export function canMove(claim: Claim, to: ClaimStatus): boolean {
  const isSearch = claim.details.type === 'delayed' || claim.details.type === 'lost';
  return (isSearch ? SEARCH : REVIEW)[claim.status]?.includes(to) ?? false;
}
