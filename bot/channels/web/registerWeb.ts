import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Request, RequestHandler, Response, Server } from 'restify';
import type { Translate } from '../../../locales/index.js';
import { HttpError } from '../../http/httpError.js';
import { setSecurityHeaders } from '../../http/securityHeaders.js';
import { Assets, ASSETS_PATH, createAsset, sendAsset, type Asset } from './assets.js';
import { bundleScript, bundleStyles, readWebFile } from './bundle.js';
import { createChatPage } from './chatPage.js';
import { choosePageLanguage } from './chooseLanguage.js';
import { Packing } from './packing.js';
import { createPageWords, mapLanguages, type ReadFacts, type WordsByLanguage } from './pageWords.js';
import { createNotFoundPage, createWidgetDemoPage } from './plainPages.js';
import { sendPage } from './sendPage.js';

export interface WebParts {
  /** Compressed files are kept in its `cache` folder between starts. */
  readonly dataDir: string;
  /** Origins whose pages may show the chat; `*` for any. */
  readonly allowedOrigins: readonly string[];
  readonly translate: Translate;
  readonly readFacts: ReadFacts;
  readonly log: Pick<Logger, 'warn'>;
}

const WIDGET_CACHE = 'public, max-age=300, stale-while-revalidate=86400';
const NOBODY_ELSE: readonly string[] = [];

/**
 * Adds the passengers' pages to a server: the chat at `/`, the launcher script `/widget.js` for the airline's own
 * pages, `/widget-demo`, their files, and a page for addresses that lead nowhere.
 */
export async function registerWeb(server: Server, parts: WebParts): Promise<void> {
  const packing = new Packing(join(parts.dataDir, 'cache'));
  const assets = new Assets();
  const readWords = createPageWords(parts.translate, parts.readFacts);
  const [script, widget, favicon, avatar, webChat] = await Promise.all([
    bundleScript('chat/main.ts', 'esm').then((bytes) => packSmall('chat.js', bytes)),
    bundleWidget(readWords()).then((bytes) => packSmall('widget.js', bytes)),
    readWebFile('design/favicon.svg').then((svg) => packSmall('favicon.svg', Buffer.from(svg))),
    readWebFile('design/avatar.svg').then((svg) => packSmall('avatar.svg', Buffer.from(svg))),
    readWebChat().then((bytes) => createAsset('webchat.js', bytes)),
  ]);
  const { settled } = await packing.pack('webchat.js', webChat);
  settled.catch((error: unknown) => parts.log.warn({ err: error }, 'compressed files could not be kept'));

  const addresses = {
    script: assets.add('chat.js', script),
    webChat: assets.add('webchat.js', webChat),
    favicon: assets.add('favicon.svg', favicon),
    avatar: assets.add('avatar.svg', avatar),
  };
  const renderChat = await createChatPage({ ...parts, readWords, addresses });
  const renderDemo = await createWidgetDemoPage({ readWords, favicon: addresses.favicon });
  const renderNotFound = await createNotFoundPage({ readWords, favicon: addresses.favicon });

  function sendChat(req: Request, res: Response): void {
    const { language, asked } = choosePageLanguage(req);
    const embedded = new URLSearchParams(req.getQuery()).has('embed');
    sendPage(req, res, {
      status: 200,
      frameAncestors: parts.allowedOrigins,
      render: (nonce) => renderChat({ language, languageAsked: asked, embedded, nonce }),
    });
  }

  function sendDemo(req: Request, res: Response): void {
    const { language } = choosePageLanguage(req);
    sendPage(req, res, {
      status: 200,
      frameAncestors: NOBODY_ELSE,
      render: (nonce) => renderDemo({ language, nonce }),
    });
  }

  function sendFile(req: Request, res: Response): void {
    if (!assets.send(readName(req), req, res)) throw new HttpError(404, 'NotFound', 'No such file.');
  }

  function sendWidget(req: Request, res: Response): void {
    sendAsset(widget, req, res, WIDGET_CACHE);
  }

  function sendIcon(req: Request, res: Response): void {
    sendAsset(favicon, req, res, WIDGET_CACHE);
  }

  for (const method of ['get', 'head'] as const) {
    server[method]('/', handle(sendChat));
    server[method]('/widget-demo', handle(sendDemo));
    server[method]('/widget.js', setSecurityHeaders('asset'), handle(sendWidget));
    server[method]('/favicon.ico', setSecurityHeaders('asset'), handle(sendIcon));
    server[method](`${ASSETS_PATH}/:name`, setSecurityHeaders('asset'), handle(sendFile));
  }
  server.on('NotFound', (req: Request, res: Response, _error: unknown, done: () => void) => {
    if (isForAPerson(req)) {
      const { language } = choosePageLanguage(req);
      sendPage(req, res, {
        status: 404,
        frameAncestors: NOBODY_ELSE,
        render: (nonce) => renderNotFound({ language, nonce }),
      });
    }
    done();
  });

  async function packSmall(name: string, bytes: Buffer): Promise<Asset> {
    const asset = createAsset(name, bytes);
    await packing.packNow(asset);
    return asset;
  }
}

type Send = (req: Request, res: Response) => void;

function handle(send: Send): RequestHandler {
  return (req, res, next) => {
    try {
      send(req, res);
      next();
    } catch (error) {
      next(error);
    }
  };
}

async function bundleWidget(words: WordsByLanguage): Promise<Buffer> {
  const names = ['open', 'close', 'panel', 'unread'];
  const own = mapLanguages((language) =>
    Object.fromEntries(names.map((name) => [name, words[language][`widget.${name}`]])),
  );
  const [styles, logo] = await Promise.all([
    bundleStyles('widget/launcher.css'),
    readWebFile('design/logo.svg'),
  ]);
  return bundleScript('widget/launcher.ts', 'iife', { WIDGET: { words: own, styles, logo } });
}

function readName({ params }: Request): string {
  return String((params as Record<string, unknown>)['name']);
}

/** Programs get the error as JSON; a browser's address bar gets a page. */
function isForAPerson(req: Request): boolean {
  return (req.method === 'GET' || req.method === 'HEAD') && /\btext\/html\b/.test(req.headers.accept ?? '');
}

/** Web Chat's own bundle; it is not among the package's named exports, so it is found from beside one that is. */
function readWebChat(): Promise<Buffer> {
  const entry = createRequire(import.meta.url).resolve('botframework-webchat');
  return readFile(join(entry, '../../dist/webchat.js'));
}
