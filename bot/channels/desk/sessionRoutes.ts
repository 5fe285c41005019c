import type { Request, Response, Server } from 'restify';
import type { Accounts, StaffAccount } from '../../../services/desk/accounts.js';
import { deriveAccountId } from '../../../services/desk/staffAccount.js';
import { findAgent, countLoads } from '../../../services/desk/floorQueue.js';
import type { HandoffDesk } from '../../../services/desk/handoffDesk.js';
import { RedeyeError } from '../../../services/errors.js';
import { getAddressKey, readCallerAddress } from '../../http/callerAddress.js';
import { HttpError } from '../../http/httpError.js';
import { parseBody, readJsonBody } from '../../http/jsonBody.js';
import { DESK_API_PATH, MOST_BODY_BYTES, type DeskChannelConfig } from './config.js';
import { describeAbsent, describeAgent } from './floorView.js';
import { linkSchema, passwordSchema, signInSchema } from './schema.js';
import type { Gatekeeper } from './signIn/gatekeeper.js';
import { writeSessionCookie } from './signIn/sessionCookie.js';
import type { SessionStore } from './signIn/sessionStore.js';
import type { SignInLimits } from './signIn/signInLimits.js';
import type { Welcome } from './signIn/welcome.js';
import type { Session } from './wire.js';

export interface SessionRouteParts {
  readonly config: DeskChannelConfig;
  readonly accounts: Accounts;
  readonly gatekeeper: Gatekeeper;
  readonly sessions: SessionStore;
  readonly limits: SignInLimits;
  readonly welcome: Welcome;
  readonly floor: Pick<HandoffDesk, 'getFloor'>;
  /** Their pages close, and without another session they go off duty. */
  readonly onSignOut: (account: string, session: string) => Promise<void>;
  /** All sessions of the account but this one are over. */
  readonly onPassword: (account: string, session: string) => void;
}

/** Signing in and out. */
export function registerSessionRoutes(server: Server, parts: SessionRouteParts): void {
  const { accounts, gatekeeper, sessions, limits, config } = parts;
  const path = `${DESK_API_PATH}/session`;
  const secure = config.publicUrl?.startsWith('https:') ?? false;

  server.get(path, async (req: Request, res: Response) => {
    const { account } = await gatekeeper.requireAgent(req);
    res.send(200, describeSession(account));
  });

  server.post(path, readJsonBody(MOST_BODY_BYTES), async (req: Request, res: Response) => {
    gatekeeper.requireOwnPage(req);
    const { name, password } = parseBody(signInSchema, req.body);
    const address = getAddressKey(readCallerAddress(req, config.trustedProxies));
    const counted = deriveAccountId(name) || '?';
    await limits.count(counted, address);
    const account = await accounts.checkPassword(name, password);
    if (!account) throw new HttpError(401, 'desk.sign-in', 'Name and password do not fit together.');
    await limits.forgive(counted, address);
    await open(res, account);
  });

  server.post(`${path}/link`, readJsonBody(MOST_BODY_BYTES), async (req: Request, res: Response) => {
    gatekeeper.requireOwnPage(req);
    const { token } = parseBody(linkSchema, req.body);
    const address = getAddressKey(readCallerAddress(req, config.trustedProxies));
    await limits.count('', address);
    const account = await parts.welcome.redeem(token);
    if (!account) throw new HttpError(401, 'desk.link', 'The link was used or has expired.');
    await limits.forgive('', address);
    await open(res, account);
  });

  server.del(path, async (req: Request, res: Response) => {
    const { account, session } = await gatekeeper.requireAgent(req, { changes: true });
    await sessions.close(session);
    await parts.onSignOut(account.id, session.hash);
    writeSessionCookie(res, '', { secure });
    res.send(204);
  });

  server.put(`${path}/password`, readJsonBody(MOST_BODY_BYTES), async (req: Request, res: Response) => {
    const { account, session } = await gatekeeper.requireAgent(req, { changes: true });
    const { password } = parseBody(passwordSchema, req.body);
    try {
      await accounts.setPassword(account.id, password, `agent:${account.id}`);
    } catch (error) {
      if (!(error instanceof RedeyeError) || error.code !== 'desk.account-invalid') throw error;
      throw new HttpError(400, error.code, 'The password is too short or too long.', { cause: error });
    }
    await sessions.closeAll(account.id, session.hash);
    parts.onPassword(account.id, session.hash);
    res.send(204);
  });

  async function open(res: Response, account: StaffAccount): Promise<void> {
    writeSessionCookie(res, await sessions.open(account.id), { secure });
    res.send(200, describeSession(account));
  }

  function describeSession(account: StaffAccount): Session {
    const floor = parts.floor.getFloor();
    const agent = findAgent(floor, account.id);
    const load = countLoads(floor).get(account.id) ?? 0;
    return {
      agent: agent ? describeAgent(agent, load) : describeAbsent(account),
      needsPassword: !account.hasPassword,
    };
  }
}
