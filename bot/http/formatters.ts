import type { Request, Response } from 'restify';
import { describeFailure } from './httpError.js';

/**
 * Writes every body as JSON unless the handler set another type. Errors take the shape
 * `{ error: { code, message } }`, which is also Direct Line's, and never carry a thrown text.
 */
export function formatJson(_req: Request, res: Response, body: unknown): string {
  const text = JSON.stringify(body instanceof Error ? shapeError(body, res) : (body ?? null));
  res.setHeader('Content-Length', Buffer.byteLength(text));
  return text;
}

/** For routes that send text or bytes; an error there is JSON all the same. */
export function formatOther(req: Request, res: Response, body: unknown): string | Buffer {
  if (Buffer.isBuffer(body)) {
    res.setHeader('Content-Length', body.length);
    return body;
  }
  if (typeof body === 'string') {
    res.setHeader('Content-Length', Buffer.byteLength(body));
    return body;
  }
  res.setHeader('Content-Type', 'application/json');
  return formatJson(req, res, body);
}

function shapeError(error: Error, res: Response): object {
  const failure = describeFailure(error);
  res.statusCode = failure.statusCode;
  if (failure.retryAfterSeconds !== undefined)
    res.setHeader('Retry-After', String(failure.retryAfterSeconds));
  const { code, message, fields } = failure;
  return { error: { code, message, ...(fields && { fields }) } };
}
