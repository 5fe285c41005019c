import restify, { type Request, type RequestHandler } from 'restify';
import type { ZodType } from 'zod';
import { HttpError } from './httpError.js';

/**
 * Handlers that read a JSON body of at most `maxBytes` into `req.body`; no body leaves it undefined.
 * Compressed bodies are refused: what they would unfold to cannot be bounded beforehand.
 */
export function readJsonBody(maxBytes: number): RequestHandler[] {
  const checkHead: RequestHandler = (req, res, next) => {
    if (!hasBody(req)) return next();
    if (req.headers['content-encoding'] !== undefined || !isJson(req)) {
      return next(new HttpError(415, 'UnsupportedMediaType', 'Send the body as plain application/json.'));
    }
    if (Number(req.headers['content-length'] ?? 0) > maxBytes) {
      res.setHeader('Connection', 'close');
      return next(new HttpError(413, 'TooLarge', `The body may have at most ${maxBytes} bytes.`));
    }
    return next();
  };
  const { bodyReader, jsonBodyParser } = restify.plugins;
  return [
    checkHead,
    bodyReader({ maxBodySize: maxBytes }),
    ...jsonBodyParser({ bodyReader: true, mapParams: false }),
  ];
}

/** Checks a parsed body; the refusal names the fields at fault and repeats nothing of what was sent. */
export function parseBody<Output>(schema: ZodType<Output>, body: unknown): Output {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const fields = [...new Set(result.error.issues.map((issue) => issue.path.join('.') || 'body'))];
  throw new HttpError(400, 'BadArgument', `Missing or not allowed: ${fields.slice(0, 5).join(', ')}.`);
}

/** A named part of the route's path, as the caller wrote it. */
export function readPathPart(req: Request, name: string): string {
  return (req.params as Record<string, string>)[name] ?? '';
}

function hasBody(req: Request): boolean {
  return Number(req.headers['content-length'] ?? 0) > 0 || req.headers['transfer-encoding'] !== undefined;
}

function isJson(req: Request): boolean {
  return /^application\/json(;|$)/i.test(req.headers['content-type'] ?? '');
}
