import type { Language } from '../../locales/language.js';
import { Keepsake } from './keepsake.js';

/** A conversation this page may take part in. */
export interface Session {
  readonly conversationId: string;
  readonly token: string;
  /** It began with this call; what was said earlier, if anything, is gone. */
  readonly fresh: boolean;
}

/** Why the server gave no session: it cannot be reached, or asks to wait. */
export class SessionError extends Error {
  constructor(
    readonly reason: 'unreachable' | 'busy',
    readonly retryAfterMs: number,
  ) {
    super(reason);
  }
}

const TIMEOUT_MS = 15_000;
const BUSY = 429;

export const DIRECT_LINE_URL = `${location.origin}/v3/directline`;

/** Starts and continues conversations; which one is remembered in this browser, and shared by its tabs. */
export class Sessions {
  /** The conversation's id and the token to come back with, a space between. */
  private readonly memory = new Keepsake('redeye.conversation');

  /** Whether an earlier conversation is remembered. */
  get hasEarlier(): boolean {
    return this.memory.read() !== undefined;
  }

  /** Continues the remembered conversation, or starts one where there is none or it has ended. */
  open(language: Language): Promise<Session> {
    return oneTabAtATime(async () => {
      const resume = this.memory.read()?.split(' ')[1];
      const answer = await call('/chat/session', { resume, locale: language });
      const conversationId = readText(answer, 'conversationId');
      this.memory.keep(`${conversationId} ${readText(answer, 'resume')}`);
      return { conversationId, token: readText(answer, 'token'), fresh: answer['fresh'] === true };
    });
  }

  /** The address of the stream with everything after `watermark`; undefined when the conversation has ended. */
  async openStream(session: Session, watermark: string): Promise<string | undefined> {
    const query = new URLSearchParams({ watermark });
    try {
      const address = `${DIRECT_LINE_URL}/conversations/${session.conversationId}?${query}`;
      return moveHere(readText(await call(address, undefined, session.token), 'streamUrl'));
    } catch (error) {
      if (error instanceof RefusedError) return undefined;
      throw error;
    }
  }

  forget(): void {
    this.memory.forget();
  }

  /** Calls back with the conversation another tab is in, whenever that tab hears from the server. */
  onUseElsewhere(listener: (conversationId: string) => void): void {
    this.memory.watch((value) => listener(value.split(' ')[0] ?? ''));
  }
}

class RefusedError extends Error {}

async function call(url: string, body?: object, token?: string): Promise<Record<string, unknown>> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: body ? JSON.stringify(body) : null,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    throw new SessionError('unreachable', 0);
  }
  if (response.status === BUSY) throw new SessionError('busy', readRetryAfterMs(response));
  if (response.status === 403 || response.status === 404) throw new RefusedError();
  const answer = response.ok ? ((await response.json().catch(() => null)) as unknown) : null;
  if (typeof answer !== 'object' || answer === null) throw new SessionError('unreachable', 0);
  return answer as Record<string, unknown>;
}

/** The server may be known by several names; the page may talk to the one it came from. */
function moveHere(streamUrl: string): string {
  const { pathname, search } = new URL(streamUrl);
  return `${location.origin.replace(/^http/, 'ws')}${pathname}${search}`;
}

function readText(answer: Record<string, unknown>, name: string): string {
  const value = answer[name];
  if (typeof value !== 'string') throw new SessionError('unreachable', 0);
  return value;
}

function readRetryAfterMs(response: Response): number {
  return (Number(response.headers.get('retry-after')) || 5) * 1000;
}

/** Two tabs opened in the same moment must not start two conversations. */
function oneTabAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  // Absent on pages that are neither https nor local.
  const locks = navigator.locks as LockManager | undefined;
  return locks ? locks.request('redeye.conversation', work) : work();
}
