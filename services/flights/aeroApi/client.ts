import { RateLimiterMemory, RateLimiterQueue } from 'rate-limiter-flexible';
import type { z } from 'zod';
import type { Clock } from '../../clock.js';
import { RedeyeError } from '../../errors.js';
import { aeroErrorSchema } from './envelope.js';
import { readRetryAfter } from './retryAfter.js';

export interface AeroApiClientOptions {
  /** Of the API's root, e.g. `https://aeroapi.flightaware.com/aeroapi`. */
  readonly url: string;
  readonly key: string;
  readonly clock: Clock;
  /** Requests a second that the contract allows. */
  readonly requestsPerSecond?: number;
  /** For the whole answer, body included. */
  readonly timeoutMs?: number;
  /** From 0 up to 1. */
  readonly random?: () => number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

const LONGEST_WAIT_MS = 2_000;
/** Seconds' worth of requests that may wait for their turn. */
const LONGEST_QUEUE_S = 4;

/** One request to AeroAPI, tried again once where that may help. Every failure is `flights.unreachable`. */
export class AeroApiClient {
  private readonly root: string;
  private readonly queue: RateLimiterQueue;
  private readonly timeoutMs: number;
  private readonly random: () => number;
  private readonly sleep: (milliseconds: number) => Promise<void>;
  private blockedUntil = 0;

  constructor(private readonly options: AeroApiClientOptions) {
    this.root = options.url.replace(/\/+$/, '');
    const points = options.requestsPerSecond ?? 5;
    const limiter = new RateLimiterMemory({ points, duration: 1 });
    this.queue = new RateLimiterQueue(limiter, { maxQueueSize: points * LONGEST_QUEUE_S });
    this.timeoutMs = options.timeoutMs ?? 4_000;
    this.random = options.random ?? Math.random;
    this.sleep =
      options.sleep ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)));
  }

  /** The checked answer; undefined when AeroAPI itself says that there is no such thing. */
  async get<Schema extends z.ZodType>(
    path: string,
    parameters: Readonly<Record<string, string>>,
    schema: Schema,
  ): Promise<z.output<Schema> | undefined> {
    const first = await this.attempt(path, parameters);
    const answer = 'retryInMs' in first ? await this.attemptAgain(path, parameters, first) : first;
    if ('retryInMs' in answer) throw unreachable(path, answer.problem);
    if (answer.missing) return undefined;
    const result = schema.safeParse(answer.body);
    if (!result.success) throw unreachable(path, result.error);
    return result.data;
  }

  private async attemptAgain(
    path: string,
    parameters: Readonly<Record<string, string>>,
    failure: Failure,
  ): Promise<Answer | Failure> {
    if (failure.retryInMs > LONGEST_WAIT_MS) throw unreachable(path, failure.problem);
    await this.sleep(failure.retryInMs);
    return this.attempt(path, parameters);
  }

  private async attempt(
    path: string,
    parameters: Readonly<Record<string, string>>,
  ): Promise<Answer | Failure> {
    if (this.options.clock.now().getTime() < this.blockedUntil) {
      throw unreachable(path, 'the source asked for a pause');
    }
    await this.queue.removeTokens(1).catch((error: unknown) => {
      throw unreachable(path, error);
    });
    let response: Response;
    let body: string;
    try {
      response = await fetch(`${this.root}${path}?${new URLSearchParams(parameters).toString()}`, {
        headers: { 'x-apikey': this.options.key, accept: 'application/json' },
        // The key must not travel on to another host.
        redirect: 'error',
        signal: AbortSignal.timeout(this.timeoutMs),
      });
      body = await response.text();
    } catch (error) {
      return { problem: error, retryInMs: this.drawPause() };
    }
    return this.readAnswer(path, response, body);
  }

  private readAnswer(path: string, response: Response, text: string): Answer | Failure {
    const { status } = response;
    if (status === 429) return this.readPause(response);
    if (status >= 500) return { problem: `status ${status}`, retryInMs: this.drawPause() };
    const body = parseJson(text);
    if (status === 404 && aeroErrorSchema.safeParse(body).data?.status === 404) {
      return { missing: true, body };
    }
    if (!response.ok) throw unreachable(path, `status ${status}: ${text.slice(0, 200)}`);
    if (body === undefined) return { problem: 'the answer is not JSON', retryInMs: this.drawPause() };
    return { missing: false, body };
  }

  private readPause(response: Response): Failure {
    const now = this.options.clock.now();
    const retryInMs = readRetryAfter(response.headers.get('retry-after'), now);
    if (retryInMs > LONGEST_WAIT_MS) this.blockedUntil = now.getTime() + retryInMs;
    return { problem: 'status 429', retryInMs };
  }

  private drawPause(): number {
    return 200 + Math.round(this.random() * 400);
  }
}

interface Answer {
  readonly missing: boolean;
  readonly body: unknown;
}

interface Failure {
  readonly problem: unknown;
  readonly retryInMs: number;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unreachable(path: string, problem: unknown): RedeyeError {
  if (problem instanceof RedeyeError) return problem;
  const detail = typeof problem === 'string' ? `${path}: ${problem}` : path;
  return new RedeyeError('flights.unreachable', detail, { cause: problem });
}
