import type { Server } from 'restify';
import type { Activity } from 'botbuilder';
import { getAddressKey, readCallerAddress } from '../../http/callerAddress.js';
import { registerActivityRoutes } from './activityRoutes.js';
import { getBaseUrl } from './addresses.js';
import { DIRECT_LINE_PATH, SESSION_PATH } from './config.js';
import { registerConversationRoutes } from './conversationRoutes.js';
import { Conversations } from './conversations.js';
import { ActivityPresenter } from './outgoing.js';
import type { DirectLineParts } from './parts.js';
import { RateLimits } from './rateLimits.js';
import { loadSigningKey } from './signingKey.js';
import { Streams } from './streams.js';
import { Tokens } from './tokens.js';
import { UploadQuota } from '../../uploads/uploadQuota.js';

export interface DirectLineChannel {
  /** Shows a passing activity (typing) to connected clients of its conversation. */
  announce(activity: Partial<Activity>): void;
  /** Closes the streams; the routes go with the server. */
  close(): void;
}

/** Addresses of this channel that other origins' pages may be allowed to call. */
export const DIRECT_LINE_PREFIXES: readonly string[] = [DIRECT_LINE_PATH, SESSION_PATH];

/** Adds Direct Line 3.0 and the web page's session call to a server. */
export async function registerDirectLine(server: Server, parts: DirectLineParts): Promise<DirectLineChannel> {
  const { config, conversationLog } = parts;
  const tokens = new Tokens(await loadSigningKey(config.dataDir, config.signingKey), parts.clock);
  const limits = new RateLimits(config.limits);
  const quota = new UploadQuota(parts.eventLog, parts.clock, config.limits);
  const presenter = new ActivityPresenter({ ...parts, tokens });
  const streams: Streams = new Streams({
    conversationLog,
    tokens,
    log: parts.log,
    streamsPerConversation: config.limits.streamsPerConversation,
    presentFor: (req) => {
      const baseUrl = getBaseUrl(req, config);
      return (logged) => presenter.present(logged, baseUrl);
    },
    onOpen: (claims) => conversations.resume(claims),
  });
  const conversations = new Conversations(parts, limits, streams);

  server.use(async (req, _res) => {
    if (!DIRECT_LINE_PREFIXES.some((prefix) => req.path().startsWith(prefix))) return;
    await limits.countCall(getAddressKey(readCallerAddress(req, config.trustedProxies)));
  });
  const routeParts = { config, tokens, limits, conversations, conversationLog, presenter };
  registerConversationRoutes(server, routeParts);
  registerActivityRoutes(server, { ...parts, ...routeParts, quota });
  parts.upgrades.add((req, socket, head) => streams.handleUpgrade(req, socket, head));

  return {
    announce: (activity) => streams.announce(activity.conversation?.id ?? '', activity),
    close: () => streams.closeAll(),
  };
}
