import { fileURLToPath } from 'node:url';
import { RedeyeError } from '../services/errors.js';
import { CorpusError } from '../faq/corpusError.js';
import { createApp, type App } from './app.js';
import { loadEnvironment, readConfig } from './config.js';
import { ProgressLine } from './progressLine.js';

const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** Says in one line what stops the start, without the trace nobody can act on. */
function refuseToStart(error: unknown): never {
  const known = error instanceof RedeyeError || error instanceof CorpusError;
  console.error(known ? error.message : error);
  process.exit(1);
}

async function start(): Promise<App> {
  const config = readConfig(loadEnvironment(projectFolder), projectFolder);
  const progress = new ProgressLine(process.stderr);
  const app = await createApp(config, { onProgress: (share) => progress.show('Learning the FAQ', share) });
  progress.clear();
  const address = await app.listen();
  const welcome = await app.greetFirstAgent();
  console.log(
    [
      `Redeye is open.`,
      `  Web chat      ${address}/`,
      `  Agents' desk  ${address}${welcome ?? '/desk'}`,
      ...(welcome === undefined
        ? []
        : ['                (signs in the first supervisor, once, within 24 hours)']),
      `  Direct Line   ${address}/v3/directline`,
      `  Bot Framework ${address}/api/messages`,
      `Ctrl-C stops it.`,
    ].join('\n'),
  );
  return app;
}

const app = await start().catch(refuseToStart);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) process.exit(1);
    stopping = true;
    console.log('Finishing running turns ... (again to stop at once)');
    app.close().then(() => process.exit(0), refuseToStart);
  });
}
