import { ActivityTypes, type Attachment } from 'botbuilder';
import type { Request, Response, Server } from 'restify';
import { HttpError } from '../../http/httpError.js';
import { parseBody, readJsonBody, readPathPart } from '../../http/jsonBody.js';
import { setSecurityHeaders } from '../../http/securityHeaders.js';
import type { SendUpload } from '../../uploads/sendUpload.js';
import type { UploadQuota } from '../../uploads/uploadQuota.js';
import type { UploadStore } from '../../uploads/uploadStore.js';
import { RedeyeError } from '../../../services/errors.js';
import type { ConversationLog } from '../../conversationLog.js';
import { getBaseUrl } from './addresses.js';
import { requireConversation, verifyToken, type Caller } from './authorization.js';
import { DIRECT_LINE_PATH, MAX_ACTIVITY_BYTES, MAX_UPLOAD_FILES } from './config.js';
import { readWatermark, type RouteParts } from './conversationRoutes.js';
import { readUploadForm, type UploadedFile } from './multipart.js';
import type { ActivityPresenter } from './outgoing.js';
import type { DirectLineParts } from './parts.js';
import { incomingSchema, type IncomingActivity } from './schema.js';

export interface ActivityRouteParts extends RouteParts {
  readonly conversationLog: Pick<ConversationLog, 'readAfter'>;
  readonly presenter: ActivityPresenter;
  readonly uploads: Pick<UploadStore, 'save'>;
  readonly sendUpload: SendUpload;
  readonly quota: Pick<UploadQuota, 'take'>;
  readonly onTyping?: DirectLineParts['onTyping'];
}

const SAID: readonly string[] = [ActivityTypes.Message, ActivityTypes.Event];
/** Taken without an error, since clients of the real service may send them, and recorded nowhere. */
const IGNORED: readonly string[] = [ActivityTypes.Typing, ActivityTypes.ConversationUpdate];
const MAX_CLIENT_ID = 128;

/** What is said in a conversation: sending, polling, and files. */
export function registerActivityRoutes(server: Server, parts: ActivityRouteParts): void {
  const { tokens, conversations, presenter, uploads, limits, quota, config } = parts;
  const path = `${DIRECT_LINE_PATH}/conversations/:conversationId`;

  async function requireStarted(req: Request): Promise<Caller> {
    const claims = await requireConversation(req, parts, readPathPart(req, 'conversationId'));
    if (!(await conversations.exists(claims.conv)))
      throw new HttpError(404, 'NotFound', 'No such conversation.');
    return claims;
  }

  server.get(`${path}/activities`, async (req: Request, res: Response) => {
    const claims = await requireStarted(req);
    const { activities, position } = await parts.conversationLog.readAfter(claims.conv, readWatermark(req));
    const shown = await presenter.present(activities, getBaseUrl(req, config));
    res.send(200, { activities: shown, watermark: String(position) });
  });

  server.post(`${path}/activities`, readJsonBody(MAX_ACTIVITY_BYTES), async (req: Request, res: Response) => {
    const claims = await requireStarted(req);
    const sent = checkActivity(req.body);
    if (sent.attachments?.length)
      throw new HttpError(400, 'BadArgument', "Send files to this conversation's upload.");
    if (sent.type === ActivityTypes.Typing) parts.onTyping?.(claims.conv);
    const id = IGNORED.includes(sent.type)
      ? `${claims.conv}|ignored`
      : await conversations.receive(sent, nameSpeaker(claims, sent));
    res.send(200, { id });
  });

  server.post(`${path}/upload`, async (req: Request, res: Response) => {
    const claims = await requireStarted(req);
    await limits.countUpload(claims.conv);
    const form = await readUploadForm(req);
    if (form.files.length === 0) throw new HttpError(400, 'BadArgument', 'The upload has no file.');
    if (form.files.length > MAX_UPLOAD_FILES) throw new HttpError(413, 'TooLarge', 'Too many files at once.');
    const sent = checkActivity(
      form.activity === undefined ? { type: ActivityTypes.Message } : parseJson(form.activity),
    );
    const sizes = form.files.map(({ bytes }) => bytes.length);
    if (!(await quota.take(claims.conv, sizes))) {
      const refused = { ...sent, type: ActivityTypes.Message };
      res.send(200, { id: await conversations.refuseFiles(refused, nameSpeaker(claims, sent)) });
      return;
    }
    const attachments: Attachment[] = [];
    for (const file of form.files) attachments.push(await keepFile(file));
    const message = { ...sent, type: ActivityTypes.Message };
    const id = await conversations.receive(message, nameSpeaker(claims, sent), attachments);
    res.send(200, { id });
  });

  server.get(
    `${DIRECT_LINE_PATH}/uploads/:uploadId`,
    setSecurityHeaders('asset'),
    async (req: Request, res: Response) => {
      const id = readPathPart(req, 'uploadId');
      const claims = await verifyToken(tokens, 'upload', new URLSearchParams(req.getQuery()).get('t') ?? '');
      if (claims.conv !== id) throw new HttpError(404, 'NotFound', 'No such file.');
      await parts.sendUpload(req, res, id);
    },
  );

  async function keepFile(file: UploadedFile): Promise<Attachment> {
    try {
      return { ...(await uploads.save(file.bytes)), name: file.name.slice(0, 200) };
    } catch (cause) {
      if (!(cause instanceof RedeyeError) || cause.code !== 'upload.rejected') throw cause;
      throw new HttpError(
        415,
        'UnsupportedMediaType',
        'Only pictures (PNG, JPEG, GIF, WebP) and PDF are accepted.',
        {
          cause,
        },
      );
    }
  }
}

function nameSpeaker(caller: Caller, sent: IncomingActivity): Caller {
  return caller.trusted && sent.from?.id ? { ...caller, user: sent.from.id } : caller;
}

function checkActivity(body: unknown): IncomingActivity {
  const sent = parseBody(incomingSchema, body);
  if (![...SAID, ...IGNORED].includes(sent.type)) {
    throw new HttpError(400, 'BadArgument', 'Activities of this type are not accepted from clients.');
  }
  const clientId = sent.channelData?.['clientActivityID'];
  if (clientId !== undefined && (typeof clientId !== 'string' || clientId.length > MAX_CLIENT_ID)) {
    throw new HttpError(400, 'BadArgument', 'Missing or not allowed: channelData.clientActivityID.');
  }
  return sent;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new HttpError(400, 'BadArgument', 'The activity is not JSON.', { cause });
  }
}
