import { SKILLS } from '../../../../services/desk/handoff.js';
import type { Accounts, StaffAccount } from '../../../../services/desk/accounts.js';
import { RedeyeError } from '../../../../services/errors.js';
import { DESK_PATH } from '../config.js';
import type { WelcomeLinks } from './welcomeLinks.js';

/** Whom the one-time link signs in. */
const SUPERVISOR = {
  name: 'Supervisor',
  languages: ['en', 'zh'] as const,
  skills: SKILLS,
  role: 'supervisor',
  capacity: 4,
} as const;

/** The way in for the first one, and for one who lost every other. */
export class Welcome {
  constructor(
    private readonly accounts: Pick<Accounts, 'list' | 'create' | 'findByName'>,
    private readonly links: WelcomeLinks,
  ) {}

  /** A link where there is no account yet; its path and query, to follow the service's address. */
  async greetFirst(): Promise<string | undefined> {
    return (await this.accounts.list()).length === 0 ? this.createLink() : undefined;
  }

  async createLink(): Promise<string> {
    return `${DESK_PATH}?${new URLSearchParams({ welcome: await this.links.create() }).toString()}`;
  }

  /** The account a link's token signs in, made where it is missing; undefined where the token does not hold. */
  async redeem(token: string): Promise<StaffAccount | undefined> {
    if (!(await this.links.redeem(token))) return undefined;
    const known = await this.accounts.findByName(SUPERVISOR.name);
    if (known?.role === 'supervisor') return known;
    const details = { ...SUPERVISOR, languages: [...SUPERVISOR.languages], skills: [...SKILLS] };
    try {
      return await this.accounts.create(details, 'system');
    } catch (error) {
      // Somebody who is no supervisor has that name.
      if (!(error instanceof RedeyeError) || error.code !== 'desk.account-exists') throw error;
      return undefined;
    }
  }
}
