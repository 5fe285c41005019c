import { Accounts } from '../../services/desk/accounts.js';
import type { Clock } from '../../services/clock.js';
import { Argon2Hasher } from '../channels/desk/signIn/passwordHashing.js';
import { SessionStore } from '../channels/desk/signIn/sessionStore.js';
import { Welcome } from '../channels/desk/signIn/welcome.js';
import { WelcomeLinks } from '../channels/desk/signIn/welcomeLinks.js';
import type { EventLog } from '../../services/eventLog.js';
import type { Records } from '../storage/choose.js';

/** Who may work at the desk, and how they come in. */
export interface Staff {
  readonly accounts: Accounts;
  readonly sessions: SessionStore;
  readonly welcome: Welcome;
}

export function openAccounts(eventLog: EventLog, clock: Clock): Accounts {
  return new Accounts({ eventLog, clock, hasher: new Argon2Hasher() });
}

export function openStaff({ eventLog, storage }: Pick<Records, 'eventLog' | 'storage'>, clock: Clock): Staff {
  const accounts = openAccounts(eventLog, clock);
  return {
    accounts,
    sessions: new SessionStore(storage, clock),
    welcome: new Welcome(accounts, new WelcomeLinks(storage, clock)),
  };
}
