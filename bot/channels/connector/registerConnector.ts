import type { TurnContext } from 'botbuilder';
import type { Request, Response, Server } from 'restify';
import { isLocalCaller } from '../../http/callerAddress.js';
import { HttpError } from '../../http/httpError.js';
import { parseBody, readJsonBody } from '../../http/jsonBody.js';
import { MAX_BODY_BYTES, MESSAGES_PATH, type ConnectorConfig } from './config.js';
import type { ConnectorAdapter } from './connectorAdapter.js';
import { activitySchema } from './schema.js';
import { isServiceUrlAllowed } from './serviceUrl.js';

export interface ConnectorParts {
  readonly config: ConnectorConfig;
  readonly adapter: Pick<ConnectorAdapter, 'receive'>;
  readonly logic: (context: TurnContext) => Promise<void>;
}

/** Adds `/api/messages`, where Azure Bot Service delivers what people write in Teams, Telegram and the others. */
export function registerConnector(server: Server, { config, adapter, logic }: ConnectorParts): void {
  server.post(MESSAGES_PATH, readJsonBody(MAX_BODY_BYTES), async (req: Request, res: Response) => {
    if (config.appId === undefined && !isLocalCaller(req)) {
      throw new HttpError(403, 'Forbidden', 'Without an app id only callers on this machine are served.');
    }
    const activity = parseBody(activitySchema, req.body);
    if (!isServiceUrlAllowed(activity.serviceUrl, config)) {
      throw new HttpError(403, 'Forbidden', 'Replies are not posted to this serviceUrl.');
    }
    const invokeResponse = await adapter.receive(req.headers.authorization ?? '', activity, logic);
    if (invokeResponse?.body === undefined) res.send(invokeResponse?.status ?? 200);
    else res.send(invokeResponse.status, invokeResponse.body);
  });
}
