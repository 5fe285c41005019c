import type {
  CannedReply,
  CaseDetail,
  CaseHead,
  ChatDetail,
  Session,
  SignIn,
  Suggestion,
} from '../../../bot/channels/desk/wire.js';
import type {
  CaseDraft,
  FieldProblem,
  FiledCase,
  NewCase,
  TalkView,
} from '../../../bot/channels/desk/newCase/wire.js';
import { Refusal } from './refusal.js';

const TIMEOUT_MS = 15_000;
const ROOT = '/desk/api';
const UNAUTHORIZED = 401;
const FORBIDDEN = 403;
const NOT_FOUND = 404;
const TOO_MANY = 429;
const NO_CONTENT = 204;

export interface CaseQuery {
  readonly kind?: string | undefined;
  readonly open: boolean;
  readonly search: string;
}

/** The service's HTTP side. Whatever fails throws a `Refusal`. */
export const deskApi = {
  getSession: () => call<Session>('GET', '/session'),
  signIn: (body: SignIn) => call<Session>('POST', '/session', body),
  signInByLink: (token: string) => call<Session>('POST', '/session/link', { token }),
  signOut: () => call<undefined>('DELETE', '/session'),
  setPassword: (password: string) => call<undefined>('PUT', '/session/password', { password }),
  getChat: (handoff: string) => call<ChatDetail>('GET', `/chats/${encodeURIComponent(handoff)}`),
  suggest: (handoff: string, text: string) =>
    call<Suggestion[]>(
      'GET',
      `/chats/${encodeURIComponent(handoff)}/suggestions?${new URLSearchParams({ text })}`,
    ),
  listTalks: () => call<TalkView[]>('GET', '/talks'),
  getCaseDraft: (handoff: string) => call<CaseDraft>('GET', `/chats/${encodeURIComponent(handoff)}/new-case`),
  fileCase: (handoff: string, body: NewCase) =>
    call<FiledCase>('POST', `/chats/${encodeURIComponent(handoff)}/cases`, body),
  listCanned: () => call<CannedReply[]>('GET', '/canned'),
  putCanned: (reply: CannedReply) => call<undefined>('PUT', `/canned/${encodeURIComponent(reply.id)}`, reply),
  removeCanned: (id: string) => call<undefined>('DELETE', `/canned/${encodeURIComponent(id)}`),
  listCases: ({ kind, open, search }: CaseQuery) =>
    call<CaseHead[]>(
      'GET',
      `/cases?${new URLSearchParams({ ...(kind && { kind }), ...(open && { open: 'true' }), ...(search && { search }) })}`,
    ),
  getCase: (reference: string) => call<CaseDetail>('GET', `/cases/${encodeURIComponent(reference)}`),
  actOnCase: (reference: string, act: 'reply' | 'escalate' | 'close', body: object) =>
    call<CaseDetail>('POST', `/cases/${encodeURIComponent(reference)}/${act}`, body),
};

async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(ROOT + path, {
      method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
      body: body ? JSON.stringify(body) : null,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    throw new Refusal(
      cause instanceof DOMException && cause.name === 'TimeoutError' ? 'timeout' : 'unreachable',
    );
  }
  if (!response.ok) throw await readRefusal(response);
  if (response.status === NO_CONTENT) return undefined as Answer;
  return (await response.json()) as Answer;
}

async function readRefusal(response: Response): Promise<Refusal> {
  if (response.status === UNAUTHORIZED) return new Refusal('signed-out');
  if (response.status === TOO_MANY) return new Refusal('too-many');
  const answer = (await response.json().catch(() => undefined)) as Refused | undefined;
  const { code, fields } = answer?.error ?? {};
  return new Refusal(chooseCode(response.status, code), fields);
}

interface Refused {
  readonly error?: { readonly code?: string; readonly fields?: readonly FieldProblem[] };
}

function chooseCode(status: number, code: string | undefined): string {
  if (code?.startsWith('desk.')) return code;
  if (status === FORBIDDEN) return 'forbidden';
  if (status === NOT_FOUND) return 'not-found';
  return status >= 500 ? 'unreachable' : (code ?? 'invalid');
}
