import { DIRECT_LINE_PATH, UPLOAD_LINK_SECONDS } from './config.js';
import type { Tokens } from './tokens.js';

/** An address at which whoever has it can fetch an uploaded file, for a day. Made anew each time, and kept nowhere. */
export async function linkUpload(id: string, baseUrl: string, tokens: Pick<Tokens, 'sign'>): Promise<string> {
  const token = await tokens.sign('upload', { conv: id, user: 'any' }, UPLOAD_LINK_SECONDS);
  return `${baseUrl}${DIRECT_LINE_PATH}/uploads/${id}?t=${token}`;
}
