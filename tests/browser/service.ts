import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LowdbEventLog } from '../../bot/storage/lowdb/lowdbEventLog.js';
import { placeEvents } from '../../bot/storage/lowdb/openDataDirectory.js';
import type { StoredEvent } from '../../services/eventLog.js';

const project = fileURLToPath(new URL('../../', import.meta.url));
const KEPT: readonly string[] = ['faq', 'models', 'cache'];
const ENTRY = 'bot/main.ts';
const ADDRESS = /Web chat\s+http:\/\/localhost:(\d+)\//;

/** Redeye as operators start it, in a process of its own, with a data directory of its own. */
export class Service {
  private process: ChildProcess | undefined;
  private port = 0;

  private constructor(
    private readonly dataDir: string,
    private readonly allowedOrigins: readonly string[],
  ) {}

  static async start(allowedOrigins: readonly string[] = []): Promise<Service> {
    const dataDir = await mkdtemp(join(tmpdir(), 'redeye-browser-'));
    await layCorpus(join(dataDir, 'faq'));
    const service = new Service(dataDir, allowedOrigins);
    await service.resume();
    return service;
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** Ends the process as an operator would. */
  async stop(): Promise<void> {
    const { process } = this;
    this.process = undefined;
    if (!process || process.exitCode !== null) return;
    const exit = once(process, 'exit');
    process.kill('SIGTERM');
    await exit;
  }

  /** Starts the process again, on the port it had. */
  async resume(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', ENTRY], {
      cwd: project,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        FAQ_DIR: join(this.dataDir, 'faq'),
        LOG_LEVEL: 'warn',
        ALLOWED_ORIGINS: this.allowedOrigins.join(','),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process = child;
    this.port = Number(await readAddress(child));
  }

  /** What the service has recorded; reading takes no lock. */
  readEvents(stream: string): Promise<StoredEvent[]> {
    return new LowdbEventLog(placeEvents(this.dataDir)).read(stream);
  }

  /** Lets the next start begin without any conversation and with another key; what was learnt and packed stays. */
  async loseData(): Promise<void> {
    const lost = (await readdir(this.dataDir)).filter((name) => !KEPT.includes(name));
    await Promise.all(lost.map((name) => rm(join(this.dataDir, name), { recursive: true, force: true })));
  }

  async end(): Promise<void> {
    await this.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

/** A few articles, learnt in a moment, with the airline's own figures. */
async function layCorpus(folder: string): Promise<void> {
  await cp(join(project, 'tests/conversations/corpus/content'), join(folder, 'content'), { recursive: true });
  await cp(join(project, 'faq/policy.yaml'), join(folder, 'policy.yaml'));
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const port = ADDRESS.exec(said)?.[1];
      if (port) resolve(port);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => reject(new Error(`The service did not start:\n${said}`)));
  });
}
