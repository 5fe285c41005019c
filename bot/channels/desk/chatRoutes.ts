import type { Request, Response, Server } from 'restify';
import { matchLanguage } from '../../../locales/language.js';
import type { Desk } from '../../../dialogs/desk.js';
import { findHandoff } from '../../../services/desk/floorQueue.js';
import type { Handoff } from '../../../services/desk/handoff.js';
import type { HandoffDesk } from '../../../services/desk/handoffDesk.js';
import { HttpError } from '../../http/httpError.js';
import { readPathPart } from '../../http/jsonBody.js';
import { setSecurityHeaders } from '../../http/securityHeaders.js';
import type { SendUpload } from '../../uploads/sendUpload.js';
import { choosePageLanguage } from '../web/chooseLanguage.js';
import { mayRead } from './access.js';
import { composeChatDetail, type ChatDetailParts } from './chatDetail.js';
import { DESK_API_PATH } from './config.js';
import { DESK_UPLOADS_PATH } from './files.js';
import type { NoteBoard } from './noteBoard.js';
import type { Gatekeeper, Visitor } from './signIn/gatekeeper.js';
import { suggestAnswers } from './suggestAnswers.js';

export interface ChatRouteParts extends ChatDetailParts {
  readonly floor: HandoffDesk;
  readonly gatekeeper: Gatekeeper;
  readonly notes: NoteBoard;
  readonly desk: Desk;
  readonly sendUpload: SendUpload;
}

const LONGEST_TEXT = 1000;

/** Chats as agents open them: the story so far, answers to what is being said, passengers' files. */
export function registerChatRoutes(server: Server, parts: ChatRouteParts): void {
  const { gatekeeper, floor } = parts;
  const path = `${DESK_API_PATH}/chats/:handoff`;

  async function requireReadable(req: Request): Promise<{ handoff: Handoff; visitor: Visitor }> {
    const visitor = await gatekeeper.requireAgent(req);
    const handoff = findHandoff(await floor.readFloor(), readPathPart(req, 'handoff'));
    // Whether there is such a chat is nobody's business but its own agent's.
    if (!handoff && visitor.account.role === 'supervisor') {
      throw new HttpError(404, 'desk.unknown', 'No such chat is open.');
    }
    if (!handoff || !mayRead(handoff, visitor.account)) {
      throw new HttpError(403, 'desk.forbidden', 'This chat is not yours.');
    }
    return { handoff, visitor };
  }

  server.get(path, async (req: Request, res: Response) => {
    const { handoff, visitor } = await requireReadable(req);
    const { account } = visitor;
    if (handoff.lease !== undefined && handoff.lease.agent !== account.id) {
      await parts.notes.recordAct(handoff, account, 'read');
    }
    const { language } = choosePageLanguage(req);
    res.send(200, await composeChatDetail(handoff, { id: account.id, language }, parts));
  });

  server.get(`${path}/suggestions`, async (req: Request, res: Response) => {
    const { handoff } = await requireReadable(req);
    const text = new URLSearchParams(req.getQuery()).get('text')?.slice(0, LONGEST_TEXT) ?? '';
    res.send(200, suggestAnswers(text, matchLanguage(handoff.language) ?? 'en', parts.desk));
  });

  server.get(`${DESK_UPLOADS_PATH}/:id`, setSecurityHeaders('asset'), async (req: Request, res: Response) => {
    await gatekeeper.requireAgent(req);
    await parts.sendUpload(req, res, readPathPart(req, 'id'));
  });
}
