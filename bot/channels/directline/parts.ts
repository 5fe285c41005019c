import type { Logger } from 'pino';
import type { Language } from '../../../locales/language.js';
import type { Clock } from '../../../services/clock.js';
import type { EventLog } from '../../../services/eventLog.js';
import type { ConversationLog } from '../../conversationLog.js';
import type { UpgradeRouter } from '../../http/upgrades.js';
import type { RunActivity, TurnRunner } from '../../turnRunner.js';
import type { SendUpload } from '../../uploads/sendUpload.js';
import type { UploadStore } from '../../uploads/uploadStore.js';
import type { DirectLineConfig } from './config.js';

/** What the channel is given from outside. */
export interface DirectLineParts {
  readonly config: DirectLineConfig;
  readonly clock: Clock;
  /** Unguessable, usable in an address. */
  readonly createId: () => string;
  readonly log: Logger;
  readonly eventLog: EventLog;
  readonly conversationLog: ConversationLog;
  readonly turnRunner: TurnRunner;
  /** Runs one turn of the bot for a recorded activity. */
  readonly runActivity: RunActivity;
  readonly upgrades: UpgradeRouter;
  readonly uploads: UploadStore;
  readonly sendUpload: SendUpload;
  readonly translate: (language: Language, key: ChannelWord, values?: { readonly name: string }) => string;
  /** The language to speak in outside a turn. */
  readonly chooseLanguage: (hint: LanguageHint) => Promise<Language>;
  /** A passenger is writing; recorded nowhere. */
  readonly onTyping?: (conversationId: string) => void;
}

/** What the channel itself has to say. */
type ChannelWord = 'channels:rateLimited' | 'channels:tooManyFiles' | 'channels:fileGone.named';

export interface LanguageHint {
  readonly conversationId: string;
  readonly text: string | undefined;
  readonly locale: string | undefined;
}
