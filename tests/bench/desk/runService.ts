import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../../bot/config.js';
import { openStaff } from '../../../bot/desk/openStaff.js';
import { openRecords } from '../../../bot/storage/choose.js';
import { systemClock } from '../../../services/clock.js';
import { learnFaq } from '../localDesk.js';

const project = fileURLToPath(new URL('../../..', import.meta.url));

export const PASSWORD = 'the same for all of them';

export interface RunningService {
  /** Where it is reached, without a slash at the end. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Makes accounts for so many agents, then runs the whole service in a process of its own. */
export async function runService(dataDirectory: string, agents: readonly string[]): Promise<RunningService> {
  await learnFaq(dataDirectory);
  await hire(dataDirectory, agents);
  const env = {
    ...process.env,
    PORT: '0',
    DATA_DIR: dataDirectory,
    LOG_LEVEL: 'error',
    // Each client has an address of its own, as in life.
    TRUSTED_PROXIES: '1',
  };
  const child = spawn(process.execPath, ['--import', 'tsx', path.join('bot', 'main.ts')], {
    cwd: project,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await readAddress(child);
  return {
    origin,
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the service ended with ${String(code)}`)));
    if (!child.stdout) return reject(new Error('the service has no output'));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /Web chat\s+(\S+)\/$/.exec(line)?.[1];
      if (address !== undefined) resolve(address.replace('localhost', '127.0.0.1'));
    });
  });
}

async function hire(dataDirectory: string, names: readonly string[]): Promise<void> {
  const config = readConfig({ DATA_DIR: dataDirectory }, project);
  const records = await openRecords(config, randomUUID);
  const { accounts } = openStaff(records, systemClock);
  for (const name of names) {
    const { id } = await accounts.create(
      { name, languages: ['en', 'zh'], skills: [], role: 'agent', capacity: 10 },
      'system',
    );
    await accounts.setPassword(id, PASSWORD, 'system');
  }
  await records.close();
}
