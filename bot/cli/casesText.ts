import type { Case } from '../../services/cases/caseKinds.js';
import type { StoredEvent } from '../../services/eventLog.js';

/** The line a case has in a list. */
export interface CaseSummary {
  readonly reference: string;
  readonly kind: Case['kind'];
  readonly open: boolean;
  readonly status: string;
  readonly filedAt: string;
  readonly urgent: boolean;
  /** Of a complaint: the level and the department that owns it. */
  readonly level?: number;
  readonly owner?: string;
  /** Of a complaint or a message: by when the airline must act. */
  readonly due?: string;
}

export function summariseCase(found: Case): CaseSummary {
  const { reference, kind, open } = found;
  const { status, filedAt } = found.state;
  const summary = { reference, kind, open, status, filedAt, urgent: false };
  if (found.kind === 'message') {
    return found.state.status === 'left' ? { ...summary, due: found.state.answerBy } : summary;
  }
  if (found.kind !== 'complaint') return summary;
  const { level, owner, clock, details } = found.state;
  return { ...summary, urgent: details.urgent, level, owner, ...(clock && { due: clock.due }) };
}

export function formatSummary({
  reference,
  status,
  filedAt,
  urgent,
  level,
  owner,
  due,
}: CaseSummary): string {
  const parts = [
    reference.padEnd(16),
    status.padEnd(13),
    `filed ${filedAt.slice(0, 16)}Z`,
    level === undefined ? '' : `level ${String(level)} (${owner ?? ''})`,
    due === undefined ? '' : `due ${due.slice(0, 16)}Z`,
    urgent ? 'URGENT' : '',
  ];
  return parts.filter((part) => part !== '').join('  ');
}

export function formatEvent({ version, time, actor, type, data }: StoredEvent): string {
  return `${String(version).padStart(4)}  ${time}  ${actor}  ${type}\n      ${JSON.stringify(data)}`;
}
