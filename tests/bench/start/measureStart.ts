import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { askFirstQuestion } from './askFirstQuestion.js';

export interface Start {
  /** From the start of the process to the first answer over HTTP. */
  readonly seconds: number;
  /** Resident, once that answer was given. */
  readonly megabytes: number;
}

const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs the command as npm would, asks it something, and stops it as Ctrl-C does. */
export async function measureStart(command: string, dataDirectory: string): Promise<Start> {
  const [program = '', ...args] = command.split(' ');
  const start = performance.now();
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    cwd: projectFolder,
    env: { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDirectory, PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  try {
    await askFirstQuestion(await readAddress(child.stdout));
    return { seconds: (performance.now() - start) / 1000, megabytes: await readResidentMegabytes(child.pid) };
  } finally {
    child.kill('SIGINT');
    await exited;
  }
}

function readAddress(output: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    output.setEncoding('utf8');
    output.on('data', (text: string) => {
      said += text;
      const address = /Web chat\s+(\S+)\/\s/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    output.on('end', () => reject(new Error(`the service ended before it was open: ${said}`)));
  });
}

async function readResidentMegabytes(pid: number | undefined): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout.trim()) / 1024;
}
