import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Request, Response } from 'restify';

export type Encoding = 'br' | 'gzip';

/** A file as it is sent: in each form that is ready, whole. */
export interface Asset {
  readonly contentType: string;
  readonly hash: string;
  readonly plain: Buffer;
  /** Filled while the service runs. */
  readonly packed: Map<Encoding, Buffer>;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const YEAR = 365 * 24 * 60 * 60;

export const ASSETS_PATH = '/assets';

export function createAsset(name: string, plain: Buffer): Asset {
  const contentType = CONTENT_TYPES[extname(name)] ?? 'application/octet-stream';
  const hash = createHash('sha256').update(plain).digest('hex').slice(0, 16);
  return { contentType, hash, plain, packed: new Map() };
}

/** Files under addresses that name their content: a changed file is a new address, so browsers keep them for good. */
export class Assets {
  private readonly byName = new Map<string, Asset>();

  constructor(readonly path: string = ASSETS_PATH) {}

  /** Takes a file in and returns its address. */
  add(name: string, asset: Asset): string {
    const extension = extname(name);
    const hashed = `${name.slice(0, -extension.length)}.${asset.hash}${extension}`;
    this.byName.set(hashed, asset);
    return `${this.path}/${hashed}`;
  }

  /** Sends the file of that name; returns false, having sent nothing, when there is none. */
  send(name: string, req: Request, res: Response): boolean {
    const asset = this.byName.get(name);
    if (asset) sendAsset(asset, req, res, `public, max-age=${YEAR}, immutable`);
    return asset !== undefined;
  }
}

/** Sends a file in the smallest form that is ready and that the browser takes, or 304 when it has it already. */
export function sendAsset(asset: Asset, req: Request, res: Response, cacheControl: string): void {
  const encoding = chooseEncoding(asset, String(req.headers['accept-encoding'] ?? ''));
  const bytes = (encoding && asset.packed.get(encoding)) ?? asset.plain;
  const etag = `"${asset.hash}${encoding ? `-${encoding}` : ''}"`;
  res.setHeader('Cache-Control', cacheControl);
  res.setHeader('Vary', 'Accept-Encoding');
  res.setHeader('ETag', etag);
  if (req.headers['if-none-match'] === etag) {
    res.writeHead(304);
    res.end();
    return;
  }
  res.setHeader('Content-Type', asset.contentType);
  res.setHeader('Content-Length', bytes.length);
  if (encoding) res.setHeader('Content-Encoding', encoding);
  res.writeHead(200);
  res.end(req.method === 'HEAD' ? undefined : bytes);
}

function chooseEncoding({ packed }: Asset, accepted: string): Encoding | undefined {
  const wanted = (['br', 'gzip'] as const).filter((encoding) => packed.has(encoding));
  return wanted.find((encoding) =>
    new RegExp(`\\b${encoding}\\b(?!;\\s*q=0(?:\\.0*)?(?:,|$))`).test(accepted),
  );
}
