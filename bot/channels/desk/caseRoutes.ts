import type { Request, Response, Server } from 'restify';
import { listFiles } from '../../../services/cases/caseFiles.js';
import { CASE_KINDS } from '../../../services/cases/caseKinds.js';
import type { CaseDesk } from '../../../services/cases/caseDesk.js';
import { readReference } from '../../../services/cases/references.js';
import type { Clock } from '../../../services/clock.js';
import { RedeyeError } from '../../../services/errors.js';
import { carryOutStaffCommand, type StaffCommand } from '../../caseControl/staffCommand.js';
import { HttpError } from '../../http/httpError.js';
import { parseBody, readJsonBody, readPathPart } from '../../http/jsonBody.js';
import type { UploadStore } from '../../uploads/uploadStore.js';
import { describeCase, describeCaseDetail } from './caseViews.js';
import { DESK_API_PATH, MOST_BODY_BYTES } from './config.js';
import { describeCaseFile } from './files.js';
import { caseQuerySchema, closeSchema, escalateSchema, replySchema } from './schema.js';
import type { Gatekeeper } from './signIn/gatekeeper.js';
import type { CaseHead } from './wire.js';

export interface CaseRouteParts {
  readonly cases: CaseDesk;
  readonly clock: Clock;
  readonly gatekeeper: Gatekeeper;
  readonly uploads: Pick<UploadStore, 'isKept'>;
}

const MOST_LISTED = 200;

/** Claims, complaints and the like, as agents see and work on them. */
export function registerCaseRoutes(server: Server, parts: CaseRouteParts): void {
  const { cases, clock, gatekeeper, uploads } = parts;
  const path = `${DESK_API_PATH}/cases`;

  server.get(path, async (req: Request, res: Response) => {
    await gatekeeper.requireAgent(req);
    const query = parseBody(caseQuerySchema, Object.fromEntries(new URLSearchParams(req.getQuery())));
    res.send(200, await listCases(query));
  });

  server.get(`${path}/:reference`, async (req: Request, res: Response) => {
    await gatekeeper.requireAgent(req);
    res.send(200, await showCase(readPathPart(req, 'reference')));
  });

  registerAct('reply', replySchema, ({ text }) => text);
  registerAct('escalate', escalateSchema, ({ reason }) => reason);
  registerAct('close', closeSchema, ({ improvement }) => improvement);

  function registerAct<Body>(
    verb: StaffCommand['verb'],
    schema: Parameters<typeof parseBody<Body>>[0],
    readText: (body: Body) => string,
  ): void {
    const route = `${path}/:reference/${verb}`;
    server.post(route, readJsonBody(MOST_BODY_BYTES), async (req: Request, res: Response) => {
      const { account } = await gatekeeper.requireAgent(req, { changes: true });
      const text = readText(parseBody(schema, req.body));
      const reference = readPathPart(req, 'reference');
      try {
        await carryOutStaffCommand(cases, { verb, reference, text, by: account.id });
      } catch (error) {
        throw describeRefusal(error);
      }
      res.send(200, await showCase(reference));
    });
  }

  async function listCases({
    kind,
    open,
    search = '',
  }: ReturnType<typeof caseQuerySchema.parse>): Promise<CaseHead[]> {
    const now = clock.now();
    const known = CASE_KINDS.find((each) => each === kind);
    if (kind !== undefined && known === undefined) return [];
    if (readReference(search)) {
      const found = await cases.find(search);
      const fits = found && (known === undefined || found.kind === known) && (open !== true || found.open);
      return fits ? [describeCase(found, now)] : [];
    }
    const page = await cases.list({
      limit: MOST_LISTED,
      ...(known && { kind: known }),
      ...(open !== undefined && { open }),
    });
    return page.cases
      .filter(({ reference }) => reference.includes(search.trim().toUpperCase()))
      .map((each) => describeCase(each, now))
      .sort(compareUrgency);
  }

  async function showCase(reference: string) {
    const found = await cases.find(reference);
    if (!found) throw new HttpError(404, 'case.unknown', 'No such case.');
    const files = await Promise.all(listFiles(found.state).map((file) => describeCaseFile(file, uploads)));
    return describeCaseDetail(found, files, await cases.history(found.reference), clock.now());
  }
}

/** What is due first stands first; what has no clock follows, the newest first. */
function compareUrgency(one: CaseHead, other: CaseHead): number {
  const late = '9';
  const byDue = (one.due ?? late).localeCompare(other.due ?? late);
  return byDue === 0 ? other.filed.localeCompare(one.filed) : byDue;
}

const REFUSALS = {
  'case.unknown': [404, 'No such case.'],
  'case.refused': [409, 'The case does not allow this now.'],
  'case.invalid': [400, 'The case cannot take this.'],
} as const;

function describeRefusal(error: unknown): unknown {
  if (!(error instanceof RedeyeError) || !(error.code in REFUSALS)) return error;
  const [status, message] = REFUSALS[error.code as keyof typeof REFUSALS];
  return new HttpError(status, error.code, message, { cause: error });
}
