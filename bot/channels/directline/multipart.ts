import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { HttpError } from '../../http/httpError.js';
import { MAX_ACTIVITY_BYTES, MAX_UPLOAD_BYTES, MAX_UPLOAD_FILES } from './config.js';

const ACTIVITY_TYPE = 'application/vnd.microsoft.activity';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface UploadForm {
  /** The activity as JSON, when the form has one. */
  readonly activity: string | undefined;
  readonly files: readonly UploadedFile[];
}

/** Reads an upload's form. Fails with 400, 413 or 415, and then leaves the rest of the request unread. */
export async function readUploadForm(req: IncomingMessage): Promise<UploadForm> {
  const form = createParser(req);
  let activity: string | undefined;
  const files: UploadedFile[] = [];
  const parts: Promise<void>[] = [];
  let tooLarge = false;

  form.on('field', (name, value, _nameTruncated, valueTruncated) => {
    if (name === 'activity') activity = value;
    tooLarge ||= valueTruncated;
  });
  form.on('file', (field, stream, fileName, _encoding, mimeType) => {
    const part = collect(stream).then((bytes) => {
      tooLarge ||= stream.truncated;
      if (field === 'activity' || mimeType === ACTIVITY_TYPE) activity = bytes.toString('utf8');
      else files.push({ name: fileName, bytes });
    });
    parts.push(part);
  });
  for (const limit of ['filesLimit', 'partsLimit', 'fieldsLimit']) form.on(limit, () => (tooLarge = true));

  try {
    await pipeline(req, form);
    await Promise.all(parts);
  } catch (cause) {
    throw new HttpError(400, 'BadArgument', 'The multipart form could not be read.', { cause });
  }
  if (tooLarge || Buffer.byteLength(activity ?? '') > MAX_ACTIVITY_BYTES) {
    const limits = `${MAX_UPLOAD_FILES} files of ${MAX_UPLOAD_BYTES} bytes`;
    throw new HttpError(413, 'TooLarge', `At most ${limits} are accepted at once.`);
  }
  return { activity, files };
}

function createParser(req: IncomingMessage): BusboyInstance {
  const contentType = req.headers['content-type'] ?? '';
  if (!/^multipart\/form-data;/i.test(contentType)) {
    throw new HttpError(415, 'UnsupportedMediaType', 'Send the upload as multipart/form-data.');
  }
  const largest = (MAX_UPLOAD_FILES + 1) * MAX_UPLOAD_BYTES;
  if (Number(req.headers['content-length'] ?? 0) > largest) {
    throw new HttpError(413, 'TooLarge', 'The upload is larger than is accepted.');
  }
  try {
    return new Busboy({
      headers: { ...req.headers, 'content-type': contentType },
      limits: {
        fileSize: MAX_UPLOAD_BYTES,
        fieldSize: MAX_ACTIVITY_BYTES,
        // The activity counts as a file when a browser sends it as a blob.
        files: MAX_UPLOAD_FILES + 1,
        fields: 4,
        parts: MAX_UPLOAD_FILES + 4,
      },
    });
  } catch (cause) {
    throw new HttpError(400, 'BadArgument', 'The multipart form could not be read.', { cause });
  }
}

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
