import { RedeyeError, type ErrorCode } from '../../services/errors.js';

/** A refusal a client may read: status, a stable code and a sentence without internals. */
export class HttpError extends Error {
  readonly retryAfterSeconds: number | undefined;
  /** What is wrong with which part of the request. */
  readonly fields: readonly { readonly field: string; readonly problem: string }[] | undefined;

  constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
    options: { cause?: unknown; retryAfterSeconds?: number; fields?: HttpError['fields'] } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.name = 'HttpError';
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.fields = options.fields;
  }
}

const BY_STATUS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['BadArgument', 'The request could not be understood.'],
  401: ['Unauthorized', 'The request needs authorization.'],
  403: ['Forbidden', 'The request is not allowed.'],
  404: ['NotFound', 'There is nothing at this address.'],
  405: ['MethodNotAllowed', 'This method is not offered at this address.'],
  406: ['NotAcceptable', 'The answer is not available in the form asked for.'],
  413: ['TooLarge', 'The request is larger than is accepted.'],
  415: ['UnsupportedMediaType', 'The content type is not accepted here.'],
  429: ['TooManyRequests', 'Too many requests; try again later.'],
  503: ['Unavailable', 'The service is stopping; try again shortly.'],
};

const BY_REDEYE_CODE: Partial<Record<ErrorCode, number>> = {
  'activity.invalid': 400,
  'token.invalid': 403,
  'token.expired': 403,
  'conversation.unknown': 404,
};

/** What a client may learn of any thrown value; everything unforeseen becomes one and the same 500. */
export function describeFailure(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  const status = findStatus(error);
  const known = BY_STATUS[status];
  if (known) return new HttpError(status, known[0], known[1], { cause: error });
  return new HttpError(500, 'ServiceError', 'The request could not be carried out.', { cause: error });
}

function findStatus(error: unknown): number {
  if (error instanceof RedeyeError) return BY_REDEYE_CODE[error.code] ?? 500;
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number')
    return error.statusCode;
  return 500;
}
