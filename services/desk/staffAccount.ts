import { z } from 'zod';
import { RedeyeError } from '../errors.js';
import { SKILLS } from './handoff.js';

const LONGEST_NAME = 60;
const MOST_CHATS = 50;

/** What of an account a person enters. */
export const accountDetailsSchema = z.object({
  /** As passengers and colleagues read it. */
  name: z
    .string()
    .trim()
    .normalize('NFC')
    .min(1)
    .max(LONGEST_NAME)
    .regex(/^[^\p{C}]*$/u, 'without control characters')
    .refine((name) => deriveAccountId(name) !== '', 'a letter or a digit at least'),
  /** What they read and write; `zh` is both kinds of Chinese. */
  languages: z.array(z.enum(['en', 'zh'])).min(1),
  skills: z.array(z.enum(SKILLS)),
  role: z.enum(['agent', 'supervisor']),
  /** Chats at a time. */
  capacity: z.int().min(1).max(MOST_CHATS),
});
export type AccountDetails = z.infer<typeof accountDetailsSchema>;
export type AccountChange = Partial<AccountDetails>;

/** A member of staff who may sign in. */
export interface StaffAccount extends Readonly<AccountDetails> {
  readonly id: string;
  /** Else they may not sign in any more. */
  readonly active: boolean;
  readonly hasPassword: boolean;
}

const happened = { time: z.iso.datetime(), actor: z.string() };
export const accountEventSchema = z.discriminatedUnion('type', [
  z.object({ ...happened, type: z.literal('account-created'), data: accountDetailsSchema }),
  z.object({ ...happened, type: z.literal('account-changed'), data: accountDetailsSchema.partial() }),
  z.object({ ...happened, type: z.literal('password-set'), data: z.object({ hash: z.string() }) }),
  z.object({ ...happened, type: z.literal('account-deactivated'), data: z.object({}) }),
]);
export type AccountEvent = z.infer<typeof accountEventSchema>;

export type AccountCommand =
  /** Again under the name of one deactivated: begins anew, without its password. */
  | { readonly type: 'create'; readonly details: AccountDetails }
  | { readonly type: 'change'; readonly change: AccountChange }
  | { readonly type: 'set-password'; readonly hash: string }
  | { readonly type: 'deactivate' };

/** What an account's stream says. */
export interface AccountState {
  readonly account: StaffAccount;
  readonly passwordHash?: string;
}

/** The id of an account with this name: lower case, letters and digits of any script, hyphens between. */
export function deriveAccountId(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase();
  return plain.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
}

/** Nothing where the command would change nothing. Throws `desk.account-unknown`, `desk.account-exists`. */
export function decideAccount(
  command: AccountCommand,
  state: AccountState | undefined,
  { now, actor }: { now: Date; actor: string },
): AccountEvent[] {
  const signed = { time: now.toISOString(), actor };
  const isActive = state?.account.active === true;
  if (command.type === 'create') {
    if (isActive) throw new RedeyeError('desk.account-exists', state.account.id);
    return [{ ...signed, type: 'account-created', data: command.details }];
  }
  if (!isActive) throw new RedeyeError('desk.account-unknown', state?.account.id);
  switch (command.type) {
    case 'change': {
      const change = keepDifferent(command.change, state.account);
      return Object.keys(change).length === 0 ? [] : [{ ...signed, type: 'account-changed', data: change }];
    }
    case 'set-password':
      return [{ ...signed, type: 'password-set', data: { hash: command.hash } }];
    case 'deactivate':
      return [{ ...signed, type: 'account-deactivated', data: {} }];
  }
}

export function evolveAccount(
  id: string,
  state: AccountState | undefined,
  event: AccountEvent,
): AccountState | undefined {
  if (event.type === 'account-created') {
    return { account: { ...event.data, id, active: true, hasPassword: false } };
  }
  if (!state) return undefined;
  switch (event.type) {
    case 'account-changed':
      return { ...state, account: { ...state.account, ...event.data } };
    case 'password-set':
      return { account: { ...state.account, hasPassword: true }, passwordHash: event.data.hash };
    case 'account-deactivated':
      return { account: { ...state.account, active: false, hasPassword: false } };
  }
}

function keepDifferent(change: AccountChange, account: StaffAccount): AccountChange {
  const entries = Object.entries(change).filter(
    ([key, value]) =>
      value !== undefined && JSON.stringify(value) !== JSON.stringify(account[key as keyof AccountDetails]),
  );
  return Object.fromEntries(entries);
}
