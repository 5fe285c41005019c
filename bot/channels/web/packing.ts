import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Asset, Encoding } from './assets.js';

const packAsGzip = promisify(gzip);
const packAsBrotli = promisify(brotliCompress);

/** Compresses files for sending, in worker threads, and keeps the results for the next start. */
export class Packing {
  constructor(private readonly folder: string) {}

  /** Small files: both forms, at once. */
  async packNow(asset: Asset): Promise<void> {
    asset.packed.set('gzip', await packAsGzip(asset.plain, { level: 9 }));
    asset.packed.set('br', await squeeze(asset.plain, 9));
  }

  /**
   * Large files: what an earlier start has left, or else a quick form now and the smallest in the background, which
   * `settled` waits for. Fails only when the folder cannot be written.
   */
  async pack(name: string, asset: Asset): Promise<{ settled: Promise<void> }> {
    const kept = await this.read(name, asset, 'br');
    if (kept) {
      asset.packed.set('br', kept);
      asset.packed.set('gzip', (await this.read(name, asset, 'gzip')) ?? (await packAsGzip(asset.plain)));
      return { settled: Promise.resolve() };
    }
    asset.packed.set('gzip', await packAsGzip(asset.plain, { level: 6 }));
    return { settled: this.packSmallest(name, asset) };
  }

  private async packSmallest(name: string, asset: Asset): Promise<void> {
    const best = await squeeze(asset.plain, constants.BROTLI_MAX_QUALITY);
    asset.packed.set('br', best);
    const quick = asset.packed.get('gzip');
    if (quick) await this.keep(name, asset, 'gzip', quick);
    await this.keep(name, asset, 'br', best);
  }

  private async read(name: string, asset: Asset, encoding: Encoding): Promise<Buffer | undefined> {
    return readFile(this.locate(name, asset, encoding)).catch(() => undefined);
  }

  private async keep(name: string, asset: Asset, encoding: Encoding, bytes: Buffer): Promise<void> {
    const file = this.locate(name, asset, encoding);
    await mkdir(this.folder, { recursive: true });
    await writeFile(`${file}.tmp`, bytes);
    await rename(`${file}.tmp`, file);
  }

  private locate(name: string, asset: Asset, encoding: Encoding): string {
    return join(this.folder, `${name}.${asset.hash}.${encoding}`);
  }
}

function squeeze(bytes: Buffer, quality: number): Promise<Buffer> {
  return packAsBrotli(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
}
