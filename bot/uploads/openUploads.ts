import { join } from 'node:path';
import type { AnswerBook } from '../../faq/answerBook.js';
import type { Translate } from '../../locales/index.js';
import type { Clock } from '../../services/clock.js';
import { createUploadSender, type SendUpload } from './sendUpload.js';
import { UploadStore } from './uploadStore.js';

export interface UploadsParts {
  readonly dataDir: string;
  readonly createId: () => string;
  readonly clock: Clock;
  readonly translate: Translate;
  readonly answers: Pick<AnswerBook, 'readFacts'>;
}

/** The files passengers send, which activities name by `upload:<id>`, and how they are handed out. */
export interface Uploads {
  readonly uploads: UploadStore;
  readonly sendUpload: SendUpload;
}

export async function openUploads(parts: UploadsParts): Promise<Uploads> {
  const { dataDir, createId, clock, translate, answers } = parts;
  const uploads = new UploadStore(join(dataDir, 'uploads'), createId, clock);
  const readFacts = answers.readFacts.bind(answers);
  return { uploads, sendUpload: await createUploadSender({ uploads, translate, readFacts }) };
}
