import { z } from 'zod';
import type { StaffAccount } from '../../services/desk/accounts.js';
import { RedeyeError } from '../../services/errors.js';
import { accountDetailsSchema } from '../../services/desk/staffAccount.js';
import type { ControlHandler } from '../caseControl/controlServer.js';
import type { Staff } from './openStaff.js';

const name = z.string().min(1).max(200);
const password = z.string().max(1000);

/** What an operator does to the agents' accounts. */
const accountCommandSchema = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('add-account'), details: accountDetailsSchema, password }),
  z.object({ verb: z.literal('set-password'), name, password }),
  z.object({ verb: z.literal('remove-account'), name }),
  z.object({ verb: z.literal('create-link') }),
]);
export type AccountCommand = z.infer<typeof accountCommandSchema>;

/** The account as it is now; or where the one-time link leads, below the service's address. */
export type AccountOutcome = { readonly account: StaffAccount } | { readonly link: string };

const BY = 'system';

/** Fails with the `desk.account-…` that says why not. Whoever was signed in with an old password is not any more. */
export async function carryOutAccountCommand(
  { accounts, sessions, welcome }: Staff,
  command: AccountCommand,
): Promise<AccountOutcome> {
  switch (command.verb) {
    case 'add-account': {
      const { id } = await accounts.create(command.details, BY);
      try {
        return { account: await accounts.setPassword(id, command.password, BY) };
      } catch (error) {
        // Its password was refused: nobody could use it.
        await accounts.deactivate(id, BY);
        throw error;
      }
    }
    case 'set-password': {
      const { id } = await requireAccount(accounts, command.name);
      const account = await accounts.setPassword(id, command.password, BY);
      await sessions.closeAll(id);
      return { account };
    }
    case 'remove-account': {
      const { id } = await requireAccount(accounts, command.name);
      const account = await accounts.deactivate(id, BY);
      await sessions.closeAll(id);
      return { account };
    }
    case 'create-link':
      return { link: await welcome.createLink() };
  }
}

/** Carries out what the `desk` command asks of a running service. `onEnded`: all sessions of an account are over. */
export function createAccountControl(
  staff: Staff,
  onEnded: (account: string) => Promise<void>,
): ControlHandler {
  return (message) => {
    const command = accountCommandSchema.safeParse(message).data;
    if (!command) return undefined;
    return carryOutAccountCommand(staff, command).then(async (outcome) => {
      const endsSessions = command.verb === 'set-password' || command.verb === 'remove-account';
      if (endsSessions && 'account' in outcome) await onEnded(outcome.account.id);
      return outcome;
    });
  };
}

async function requireAccount(accounts: Staff['accounts'], name: string): Promise<StaffAccount> {
  const account = await accounts.findByName(name);
  if (!account) throw new RedeyeError('desk.account-unknown', name);
  return account;
}
