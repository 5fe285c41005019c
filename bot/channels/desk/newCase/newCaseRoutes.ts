import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { FormLexicon } from '../../../../dialogs/form/lexicon.js';
import type { Slots } from '../../../../dialogs/form/definition.js';
import type { Desk } from '../../../../dialogs/desk.js';
import type { Actor } from '../../../../services/cases/actor.js';
import type { CaseDesk, Filed } from '../../../../services/cases/caseDesk.js';
import type { CaseKind } from '../../../../services/cases/caseKinds.js';
import type { Filer } from '../../../../services/cases/fields.js';
import type { TalkedHandoff } from '../../../../services/desk/floor.js';
import type { HandoffDesk } from '../../../../services/desk/handoffDesk.js';
import { findTalk, listTalks } from '../../../../services/desk/talks.js';
import type { ConversationLog } from '../../../conversationLog.js';
import type { UploadStore } from '../../../uploads/uploadStore.js';
import { HttpError } from '../../../http/httpError.js';
import { parseBody, readJsonBody, readPathPart } from '../../../http/jsonBody.js';
import { describeCase } from '../caseViews.js';
import { DESK_API_PATH, MOST_BODY_BYTES } from '../config.js';
import { describeEntries } from '../entries.js';
import { markGoneFiles } from '../files.js';
import { newCaseSchema } from '../schema.js';
import type { Gatekeeper } from '../signIn/gatekeeper.js';
import type { Entry, PageWords } from '../wire.js';
import type { FiledCase, TalkView } from './wire.js';
import { draftCase } from './draftCase.js';
import { listFiles } from './listFiles.js';
import { readFields, type ReadDetails } from './readFields.js';

export interface NewCaseRouteParts {
  readonly cases: CaseDesk;
  readonly floor: Pick<HandoffDesk, 'readFloor'>;
  readonly gatekeeper: Gatekeeper;
  readonly conversationLog: Pick<ConversationLog, 'readAfter'>;
  readonly desk: Pick<Desk, 'understanding' | 'translate' | 'timeZone' | 'clock'>;
  readonly uploads: Pick<UploadStore, 'isKept'>;
  readonly describeTopic: (topic: string) => PageWords;
  /** What the form that is open in the passenger's conversation has collected. */
  readonly readOpenSlots: (handoff: TalkedHandoff) => Promise<Slots>;
}

const referenceSchema = z.looseObject({
  conversation: z.looseObject({ id: z.string() }),
  user: z.looseObject({ id: z.string() }).optional(),
});

/** Cases that agents file for passengers they talk with, or talked with less than a day ago. */
export function registerNewCaseRoutes(server: Server, parts: NewCaseRouteParts): void {
  const { gatekeeper, desk } = parts;
  const lexicon = new FormLexicon(desk.translate);
  const path = `${DESK_API_PATH}/chats/:handoff`;

  async function requireTalk(
    req: Request,
    how: { readonly changes?: boolean } = {},
  ): Promise<{ readonly talk: TalkedHandoff; readonly agent: string }> {
    const { account } = await gatekeeper.requireAgent(req, how);
    const talk = findTalk(await parts.floor.readFloor(), readPathPart(req, 'handoff'), account.id);
    if (!talk) throw new HttpError(403, 'desk.forbidden', 'This talk is not yours.');
    return { talk, agent: account.id };
  }

  async function readEntries({ conversation }: TalkedHandoff): Promise<Entry[]> {
    const { activities } = await parts.conversationLog.readAfter(conversation, 0);
    return markGoneFiles(describeEntries(activities), parts.uploads);
  }

  server.get(`${DESK_API_PATH}/talks`, async (req: Request, res: Response) => {
    const { account } = await gatekeeper.requireAgent(req);
    const talks = listTalks(await parts.floor.readFloor(), account.id);
    const views = talks.map(({ handoff: { id, language, topic }, ended }): TalkView => {
      const topicWords = parts.describeTopic(topic);
      return { handoff: id, language, topicWords, ...(ended !== undefined && { ended }) };
    });
    res.send(200, views);
  });

  server.get(`${path}/new-case`, async (req: Request, res: Response) => {
    const { talk } = await requireTalk(req);
    const [entries, slots] = await Promise.all([readEntries(talk), parts.readOpenSlots(talk)]);
    res.send(200, draftCase(talk, entries, slots, { desk, lexicon }));
  });

  server.post(`${path}/cases`, readJsonBody(MOST_BODY_BYTES), async (req: Request, res: Response) => {
    const { talk, agent } = await requireTalk(req, { changes: true });
    const { key, kind, fields, attachFiles } = parseBody(newCaseSchema, req.body);
    const read = readFields(kind, fields, desk.clock.now());
    if ('problems' in read) {
      const { problems } = read;
      throw new HttpError(400, 'case.invalid', 'Some fields are missing or not right.', { fields: problems });
    }
    const photos = attachFiles ? listFiles(await readEntries(talk)) : [];
    // A key is one agent's own: what another one's page made up does not lead to it.
    const filed = await fileRead(read, `desk/${agent}/${talk.id}/${key}`, describeFiler(talk), photos, agent);
    const answer: FiledCase = { outcome: filed.outcome, head: describeCase(filed.case, desk.clock.now()) };
    res.send(200, answer);
  });

  function fileRead(
    read: ReadDetails,
    key: string,
    filer: Filer,
    photos: ReturnType<typeof listFiles>,
    agent: string,
  ): Promise<Filed<CaseKind>> {
    const by: Actor = `agent:${agent}`;
    const { cases } = parts;
    switch (read.kind) {
      case 'claim':
        return cases.file('claim', key, { ...read.details, photos, filer }, by);
      case 'complaint':
        return cases.file('complaint', key, { ...read.details, photos, filer }, by);
      case 'message':
        return cases.file('message', key, { ...read.details, filer }, by);
    }
  }
}

/** As the dialogs name who files, so that the passenger finds the case as one of their own. */
function describeFiler({ reference, language }: TalkedHandoff): Filer {
  const { user, conversation } = referenceSchema.parse(reference);
  return { id: user?.id || conversation.id, conversation: reference, language };
}
