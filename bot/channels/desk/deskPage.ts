import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import type { Translate } from '../../../locales/index.js';
import type { Language } from '../../../locales/language.js';
import { setSecurityHeaders } from '../../http/securityHeaders.js';
import { HttpError } from '../../http/httpError.js';
import { readPathPart } from '../../http/jsonBody.js';
import { Assets, createAsset } from '../web/assets.js';
import { bundleScript, bundleStyles, readWebFile } from '../web/bundle.js';
import { choosePageLanguage } from '../web/chooseLanguage.js';
import { embedJson, fillTemplate } from '../web/fillTemplate.js';
import type { Packing } from '../web/packing.js';
import { createPageWords, type ReadFacts } from '../web/pageWords.js';
import { sendPage } from '../web/sendPage.js';

export interface DeskPageParts {
  readonly packing: Pick<Packing, 'pack'>;
  readonly translate: Translate;
  readonly readFacts: ReadFacts;
  readonly log: Pick<Logger, 'warn'>;
}

const FAVICON = '/favicon.ico';
const NOBODY_ELSE: readonly string[] = [];

type RenderDesk = (language: Language, nonce: string) => string;

/** Adds the agents' page at `/desk`. Its script is put together when the page is first asked for. */
export function registerDeskPage(server: Server, parts: DeskPageParts): void {
  const assets = new Assets('/desk/assets');
  let prepared: Promise<RenderDesk> | undefined;

  function prepare(): Promise<RenderDesk> {
    prepared ??= prepareDesk(assets, parts).catch((error: unknown) => {
      prepared = undefined;
      throw error;
    });
    return prepared;
  }

  async function sendDesk(req: Request, res: Response): Promise<void> {
    const render = await prepare();
    const { language } = choosePageLanguage(req);
    sendPage(req, res, {
      status: 200,
      frameAncestors: NOBODY_ELSE,
      render: (nonce) => render(language, nonce),
    });
  }

  async function sendFile(req: Request, res: Response): Promise<void> {
    await prepare();
    if (!assets.send(readPathPart(req, 'name'), req, res)) {
      throw new HttpError(404, 'NotFound', 'No such file.');
    }
  }

  for (const method of ['get', 'head'] as const) {
    server[method]('/desk', sendDesk);
    server[method](`${assets.path}/:name`, setSecurityHeaders('asset'), sendFile);
  }
}

async function prepareDesk(assets: Assets, parts: DeskPageParts): Promise<RenderDesk> {
  const [bytes, template, icons, logo, styles] = await Promise.all([
    bundleScript('desk/main.tsx', 'esm'),
    readWebFile('desk/desk.html'),
    readWebFile('desk/icons.svg'),
    readWebFile('design/logo.svg'),
    bundleStyles('design/tokens.css', 'design/base.css', 'desk/desk.css'),
  ]);
  const script = createAsset('desk.js', bytes);
  const { settled } = await parts.packing.pack('desk.js', script);
  settled.catch((error: unknown) => parts.log.warn({ err: error }, 'compressed files could not be kept'));
  const address = assets.add('desk.js', script);
  const readWords = createPageWords(parts.translate, parts.readFacts, 'agents');

  return (language, nonce) => {
    const words = readWords();
    return fillTemplate(template, language, words[language], {
      language,
      nonce,
      styles,
      icons,
      logo,
      favicon: FAVICON,
      script: address,
      data: embedJson({ language, words }),
    });
  };
}
