import type { Request, Response, Server } from 'restify';
import { toTraditional } from '../../../locales/chineseScripts.js';
import type { CannedReplies } from '../../../services/desk/cannedReplies.js';
import { RedeyeError } from '../../../services/errors.js';
import { HttpError } from '../../http/httpError.js';
import { parseBody, readJsonBody, readPathPart } from '../../http/jsonBody.js';
import { DESK_API_PATH, MOST_BODY_BYTES } from './config.js';
import { cannedSchema } from './schema.js';
import type { Gatekeeper } from './signIn/gatekeeper.js';
import type { CannedReply } from './wire.js';

export interface CannedRouteParts {
  readonly canned: CannedReplies;
  readonly gatekeeper: Gatekeeper;
}

/** Canned replies: for all agents to insert, for supervisors to write. */
export function registerCannedRoutes(server: Server, { canned, gatekeeper }: CannedRouteParts): void {
  const path = `${DESK_API_PATH}/canned`;

  server.get(path, async (req: Request, res: Response) => {
    await gatekeeper.requireAgent(req);
    const replies = await canned.list();
    res.send(
      200,
      replies.map((reply): CannedReply => {
        const { title, text } = reply;
        return { ...reply, traditional: { title: toTraditional(title.zh), text: toTraditional(text.zh) } };
      }),
    );
  });

  server.put(`${path}/:id`, readJsonBody(MOST_BODY_BYTES), async (req: Request, res: Response) => {
    const { account } = await gatekeeper.requireSupervisor(req, { changes: true });
    const reply = { ...parseBody(cannedSchema, req.body), id: readPathPart(req, 'id') };
    try {
      await canned.save(reply, `agent:${account.id}`);
    } catch (error) {
      if (!(error instanceof RedeyeError) || error.code !== 'desk.canned-invalid') throw error;
      throw new HttpError(400, error.code, 'The reply is not of the form asked for.', { cause: error });
    }
    res.send(204);
  });

  server.del(`${path}/:id`, async (req: Request, res: Response) => {
    const { account } = await gatekeeper.requireSupervisor(req, { changes: true });
    await canned.remove(readPathPart(req, 'id'), `agent:${account.id}`);
    res.send(204);
  });
}
