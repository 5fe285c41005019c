import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createApp } from '../../bot/app.js';
import { readConfig } from '../../bot/config.js';
import { Playground } from './playground.js';

/*
 * `npm run playground`: one conversation through Microsoft's Agents Playground against this service, over the Bot
 * Framework protocol in both directions. Linux only: the Playground listens on all interfaces and calls home, so that
 * it runs in a network namespace that has nothing but loopback.
 */
const ISOLATED = '--isolated';
const PORT = 3978;
const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

function isolate(): number {
  const namespaces = process.getuid?.() === 0 ? ['-n'] : ['-r', '-n'];
  const again = [process.execPath, '--import', 'tsx', fileURLToPath(import.meta.url), ISOLATED];
  const script = 'ip link set lo up && exec "$@"';
  const run = spawnSync('unshare', [...namespaces, 'sh', '-c', script, 'sh', ...again], { stdio: 'inherit' });
  if (run.error) console.error(`unshare could not be run: ${run.error.message}`);
  return run.status ?? 1;
}

async function converse(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'redeye-playground-'));
  const config = readConfig({ PORT: String(PORT), DATA_DIR: folder }, projectFolder);
  const app = await createApp(config, { log: pino({ level: 'warn' }) });
  const playground = await startPlayground(await app.listen(), folder);
  try {
    for (const [question, expected] of [
      ['How big may my cabin bag be?', /carry-on|cabin/i],
      ['随身行李可以带多大？', /[\u4e00-\u9fff]/],
    ] as const) {
      await playground.say(question);
      const reply = await playground.nextReply();
      console.log(`passenger: ${question}\nbot:       ${reply.split('\n')[0] ?? ''}\n`);
      if (!expected.test(reply)) throw new Error(`unexpected reply: ${reply}`);
    }
    console.log('The Agents Playground and the bot understood each other.');
  } finally {
    // The bot first: it may still have something to say.
    await app.close();
    playground.stop();
    await rm(folder, { recursive: true });
  }
}

function startPlayground(address: string, folder: string): Promise<Playground> {
  return Playground.start(`${address}/api/messages`, folder);
}

if (process.argv.includes(ISOLATED)) {
  converse().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
} else {
  process.exitCode = isolate();
}
