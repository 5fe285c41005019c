import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { CorpusError } from '../../../faq/corpusError.js';
import { loadWords } from '../../../locales/index.js';
import { matchLanguage } from '../../../locales/language.js';
import { systemClock } from '../../../services/clock.js';
import { RedeyeError } from '../../../services/errors.js';
import { createApp } from '../../app.js';
import { loadEnvironment, readConfig } from '../../config.js';
import { ProgressLine } from '../../progressLine.js';
import { CONSOLE_CHANNEL, ConsoleChannel } from './consoleChannel.js';

const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));

/** `npm run chat [-- --lang zh-Hans]`; without it the terminal's language, which is what `Intl` takes from $LANG. */
function chooseLanguage() {
  const lang = readLanguageOption();
  const asked = lang ?? Intl.DateTimeFormat().resolvedOptions().locale;
  const language = matchLanguage(asked);
  if (language === undefined && lang !== undefined) {
    throw new RedeyeError('config.invalid', `--lang is "${asked}"; allowed: en, zh-Hans, zh-Hant`);
  }
  return language ?? 'en';
}

function readLanguageOption(): string | undefined {
  try {
    return parseArgs({ options: { lang: { type: 'string' } } }).values.lang;
  } catch (cause) {
    throw new RedeyeError('config.invalid', 'the only option is --lang en, zh-Hans or zh-Hant', { cause });
  }
}

async function main(): Promise<void> {
  const language = chooseLanguage();
  const config = readConfig(loadEnvironment(projectFolder), projectFolder);
  const progress = new ProgressLine(process.stderr);
  // A data directory has one process at a time, and the service may be running on the other.
  const own = { ...config, dataDir: join(config.dataDir, 'console') };
  const app = await createApp(own, {
    log: pino({ level: 'silent' }),
    onProgress: (share) => progress.show('Learning the FAQ', share),
  });
  progress.clear();

  const terminal = createInterface({ input: process.stdin });
  process.once('SIGINT', () => terminal.close());
  // Asked for now: lines that arrive before somebody iterates are lost.
  const lines = terminal[Symbol.asyncIterator]();
  const { translate } = loadWords();
  const channel: ConsoleChannel = new ConsoleChannel({
    lines,
    write: (text) => void process.stdout.write(text),
    getColumns: () => process.stdout.columns || 80,
    styled: process.stdout.isTTY,
    run: app.openLocal((activity) => channel.show(activity), { tellsNewsOn: CONSOLE_CHANNEL }),
    say: (key) => translate(language, key),
    locale: language,
    clock: systemClock,
    createId: randomUUID,
  });
  await channel.talk();
  await app.close();
}

main().catch((error: unknown) => {
  const known = error instanceof RedeyeError || error instanceof CorpusError;
  console.error(known ? error.message : error);
  process.exitCode = 1;
});
