import { z } from 'zod';
import type { Clock } from '../clock.js';
import { RedeyeError } from '../errors.js';
import type { EventLog, StoredEvent } from '../eventLog.js';
import {
  accountDetailsSchema,
  accountEventSchema,
  decideAccount,
  deriveAccountId,
  evolveAccount,
  type AccountChange,
  type AccountCommand,
  type AccountDetails,
  type AccountState,
  type StaffAccount,
} from './staffAccount.js';

export type { AccountChange, AccountDetails, StaffAccount };

const STAFF_KIND = 'staff';
const ATTEMPTS = 10;
const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 256;

/** The same password typed on another keyboard is the same: different code points, one meaning. */
const passwordSchema = z.string().normalize('NFKC').min(SHORTEST_PASSWORD).max(LONGEST_PASSWORD);

/** A proven library's password hashing. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** False for no hash at all, after as long a time as for a wrong password. */
  verify(hash: string | undefined, password: string): Promise<boolean>;
}

export interface AccountsParts {
  readonly eventLog: EventLog;
  readonly clock: Clock;
  readonly hasher: PasswordHasher;
}

/**
 * The staff's accounts, each a stream of its own. What a person entered is checked and refused with
 * `desk.account-invalid`; `by` is the actor it is recorded under (`agent:…`, `system`). Hashes never leave.
 */
export class Accounts {
  constructor(private readonly parts: AccountsParts) {}

  /** Fails with `desk.account-exists` where an active account has this name, in whatever spelling. */
  async create(details: AccountDetails, by: string): Promise<StaffAccount> {
    const checked = check(accountDetailsSchema, details);
    await this.requireFreeName(checked.name);
    return this.change(deriveAccountId(checked.name), { type: 'create', details: checked }, by);
  }

  /** Of a name changed the id stays, and so does signing in by the old one. Fails with `desk.account-unknown`. */
  async adjust(id: string, change: AccountChange, by: string): Promise<StaffAccount> {
    const checked = check(accountDetailsSchema.partial(), change);
    if (checked.name !== undefined) await this.requireFreeName(checked.name, id);
    return this.change(id, { type: 'change', change: checked }, by);
  }

  async setPassword(id: string, password: string, by: string): Promise<StaffAccount> {
    const hash = await this.parts.hasher.hash(check(passwordSchema, password));
    return this.change(id, { type: 'set-password', hash }, by);
  }

  async deactivate(id: string, by: string): Promise<StaffAccount> {
    return this.change(id, { type: 'deactivate' }, by);
  }

  /** Active or not; undefined for an id never given. */
  async find(id: string): Promise<StaffAccount | undefined> {
    return (await this.load(id)).state?.account;
  }

  /** An active one, by its name as it is or as it was at first, in whatever spelling. */
  async findByName(name: string): Promise<StaffAccount | undefined> {
    return (await this.loadByName(name))?.account;
  }

  /** The active account of a name with this password; says not which of the two is wrong, nor by how long it takes. */
  async checkPassword(name: string, password: string): Promise<StaffAccount | undefined> {
    const state = await this.loadByName(name);
    const typed = password.slice(0, LONGEST_PASSWORD + 1).normalize('NFKC');
    return (await this.parts.hasher.verify(state?.passwordHash, typed)) ? state?.account : undefined;
  }

  /** The active ones, by id. */
  async list(): Promise<StaffAccount[]> {
    return (await this.loadActive()).map(({ account }) => account);
  }

  /** Looks at all whether or not there is such a name, so that the time taken tells nothing. */
  private async loadByName(name: string): Promise<AccountState | undefined> {
    const id = deriveAccountId(name);
    const states = await this.loadActive();
    return (
      states.find(({ account }) => account.id === id) ??
      states.find(({ account }) => deriveAccountId(account.name) === id)
    );
  }

  private async loadActive(): Promise<AccountState[]> {
    const ids: string[] = [];
    for await (const stream of this.parts.eventLog.list(STAFF_KIND)) {
      ids.push(stream.slice(STAFF_KIND.length + 1));
    }
    const states = await Promise.all(ids.sort().map(async (id) => (await this.load(id)).state));
    return states.filter((state) => state !== undefined).filter(({ account }) => account.active);
  }

  private async requireFreeName(name: string, own?: string): Promise<void> {
    const other = await this.findByName(name);
    if (other && other.id !== own) throw new RedeyeError('desk.account-exists', other.id);
  }

  private async load(id: string): Promise<{ state: AccountState | undefined; version: number }> {
    const stored = await this.parts.eventLog.read(`${STAFF_KIND}/${id}`);
    let state: AccountState | undefined;
    for (const each of stored) state = evolveAccount(id, state, readStored(each));
    return { state, version: stored.length };
  }

  private async change(id: string, command: AccountCommand, by: string): Promise<StaffAccount> {
    const { eventLog, clock } = this.parts;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const { state, version } = await this.load(id);
      const events = decideAccount(command, state, { now: clock.now(), actor: by });
      try {
        await eventLog.append(`${STAFF_KIND}/${id}`, events, version);
      } catch (error) {
        if (error instanceof RedeyeError && error.code === 'storage.conflict') continue;
        throw error;
      }
      const changed = events.reduce((before, event) => evolveAccount(id, before, event), state);
      if (changed) return changed.account;
    }
    throw new RedeyeError('storage.conflict', id);
  }
}

function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new RedeyeError('desk.account-invalid', z.prettifyError(read.error), { cause: read.error });
}

function readStored(stored: StoredEvent) {
  const read = accountEventSchema.safeParse(stored);
  if (read.success) return read.data;
  const place = `${stored.stream}, event ${String(stored.version)} (${stored.type})`;
  throw new RedeyeError('storage.corrupt', place, { cause: read.error });
}
