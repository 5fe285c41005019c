import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { createAsset } from '../../../../bot/channels/web/assets.js';

/**
 * Lays the chat's script, compressed in a moment, where a service looks for what an earlier start left. Its smallest
 * form takes seconds of a thread, which other tests need, and which password hashing waits for.
 */
export async function packQuickly(dataDir: string): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('botframework-webchat');
  const script = await readFile(path.join(entry, '../../dist/webchat.js'));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 1 };
  const cache = path.join(dataDir, 'cache');
  await mkdir(cache, { recursive: true });
  const name = path.join(cache, `webchat.js.${createAsset('webchat.js', script).hash}`);
  await writeFile(`${name}.br`, brotliCompressSync(script, { params }));
  await writeFile(`${name}.gzip`, gzipSync(script, { level: 1 }));
}
