import { RedeyeError } from '../errors.js';

export type RefusalReason =
  | 'closed'
  | 'not-closed'
  | 'already-rated'
  | 'no-reply-yet'
  | 'highest-level'
  | 'review-period-over'
  | 'not-from-this-status'
  | 'staff-only'
  | 'passenger-only'
  | 'day-ahead';

/** A command the case's present state does not allow; `reason` is for the one who tells the person. */
export class CaseRefused extends RedeyeError {
  constructor(readonly reason: RefusalReason) {
    super('case.refused', reason);
    this.name = 'CaseRefused';
  }
}
