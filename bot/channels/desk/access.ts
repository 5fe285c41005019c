import type { StaffAccount } from '../../../services/desk/accounts.js';
import type { Handoff } from '../../../services/desk/handoff.js';

/** Whether an agent may read a chat: one that waits, one of their own, and supervisors any. */
export function mayRead({ lease }: Handoff, { id, role }: Pick<StaffAccount, 'id' | 'role'>): boolean {
  return lease === undefined || lease.agent === id || role === 'supervisor';
}
