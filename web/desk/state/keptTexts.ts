import type { Outgoing } from './deskState.js';

const DRAFT = 'redeye.desk.draft.';
const OUTGOING = 'redeye.desk.outgoing';
const PASSWORD_LATER = 'redeye.desk.passwordLater';

/** What the agent has written and not sent, what has not arrived yet, and the like: kept for this tab, also over a reload. */
export const keptTexts = {
  readDraft: (handoff: string): string => read(DRAFT + handoff) ?? '',
  keepDraft: (handoff: string, text: string): void => write(DRAFT + handoff, text),
  readOutgoing(): Record<string, readonly Outgoing[]> {
    try {
      return JSON.parse(read(OUTGOING) ?? '{}') as Record<string, readonly Outgoing[]>;
    } catch {
      return {};
    }
  },
  keepOutgoing: (outgoing: Readonly<Record<string, readonly Outgoing[]>>): void =>
    write(OUTGOING, Object.keys(outgoing).length > 0 ? JSON.stringify(outgoing) : ''),
  /** Whether the agent would rather choose a password another time. */
  isPasswordForLater: (): boolean => read(PASSWORD_LATER) !== undefined,
  keepPasswordForLater: (): void => write(PASSWORD_LATER, 'yes'),
  /** Nothing is left for whoever signs in next. */
  forget(): void {
    try {
      for (const key of Object.keys(sessionStorage)) {
        if (key.startsWith('redeye.desk.')) sessionStorage.removeItem(key);
      }
    } catch {
      // A browser without storage keeps nothing.
    }
  },
};

function read(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(key, text);
    else sessionStorage.removeItem(key);
  } catch {
    // Storage is full or forbidden: the text lives as long as the page.
  }
}
