import type { Request, Response } from 'restify';
import type { Translate } from '../../locales/index.js';
import { choosePageLanguage } from '../channels/web/chooseLanguage.js';
import { mapLanguages, createPageWords, type ReadFacts } from '../channels/web/pageWords.js';
import { createNotFoundPage } from '../channels/web/plainPages.js';
import { sendPage } from '../channels/web/sendPage.js';
import type { UploadStore } from './uploadStore.js';

/** Answers a request that may have the file: with the file, or with a page that says it is no longer kept. */
export type SendUpload = (req: Request, res: Response, id: string) => Promise<void>;

export interface UploadSenderParts {
  readonly uploads: Pick<UploadStore, 'read'>;
  readonly translate: Translate;
  readonly readFacts: ReadFacts;
}

export async function createUploadSender(parts: UploadSenderParts): Promise<SendUpload> {
  const { uploads, translate, readFacts } = parts;
  const readPageWords = createPageWords(translate, readFacts);
  const readWords = () =>
    mapLanguages((language) => ({
      ...readPageWords()[language],
      'notFound.title': translate(language, 'channels:fileGone.title'),
      'notFound.text': translate(language, 'channels:fileGone.text'),
    }));
  const renderGone = await createNotFoundPage({ readWords, favicon: '/favicon.ico' });

  return async (req, res, id) => {
    const upload = await uploads.read(id);
    if (!upload) {
      const { language } = choosePageLanguage(req);
      const render = (nonce: string) => renderGone({ language, nonce });
      return sendPage(req, res, { status: 410, personal: true, frameAncestors: [], render });
    }
    const place = upload.contentType.startsWith('image/') ? 'inline' : 'attachment';
    res.sendRaw(200, upload.bytes, {
      'Content-Type': upload.contentType,
      'Content-Disposition': `${place}; filename="${id}"`,
      'Cache-Control': 'private, max-age=3600',
    });
  };
}
