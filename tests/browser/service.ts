import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LowdbEventLog } from '../../bot/storage/lowdb/lowdbEventLog.js';
import { placeEvents } from '../../bot/storage/lowdb/openDataDirectory.js';
import type { StoredEvent } from '../../services/eventLog.js';
import { packQuickly } from '../bot/channels/web/packQuickly.js';

const project = fileURLToPath(new URL('../../', import.meta.url));
const KEPT: readonly string[] = ['faq', 'models', 'cache'];
const ENTRY = 'bot/main.ts';
const DESK_COMMAND = 'bot/cli/desk.ts';
const ADDRESS = /Web chat\s+http:\/\/localhost:(\d+)\//;
const OPEN = /Ctrl-C stops it/;
const WELCOME = /\/desk\?welcome=\S+/;

/** Further settings, as in the environment. */
export type Settings = Readonly<Record<string, string>>;

/** Redeye as operators start it, in a process of its own, with a data directory of its own. */
export class Service {
  private process: ChildProcess | undefined;
  private port = 0;
  private welcome = '';

  private constructor(
    private readonly dataDir: string,
    private readonly settings: Settings,
  ) {}

  static async start(settings: Settings = {}): Promise<Service> {
    const dataDir = await mkdtemp(join(tmpdir(), 'redeye-browser-'));
    await Promise.all([layCorpus(join(dataDir, 'faq')), packQuickly(dataDir)]);
    const service = new Service(dataDir, settings);
    await service.resume();
    return service;
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** The address below `url` of the link that signs the first supervisor in; empty once there are accounts. */
  get welcomePath(): string {
    return this.welcome;
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
      env: this.describeEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process = child;
    const said = await readGreeting(child);
    this.port = Number(ADDRESS.exec(said)?.[1]);
    this.welcome = WELCOME.exec(said)?.[0] ?? '';
  }

  /** Gives an agent an account, by the command an operator uses beside the running service. */
  async addAgent(name: string, password: string, ...details: readonly string[]): Promise<void> {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', DESK_COMMAND, 'add', name, ...details, '--password-stdin'],
      {
        cwd: project,
        env: this.describeEnvironment(),
        stdio: ['pipe', 'ignore', 'inherit'],
      },
    );
    child.stdin?.end(password);
    const [code] = (await once(child, 'exit')) as [number];
    if (code !== 0) throw new Error(`The account of ${name} was not made`);
  }

  private describeEnvironment(): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: String(this.port),
      DATA_DIR: this.dataDir,
      FAQ_DIR: join(this.dataDir, 'faq'),
      LOG_LEVEL: 'warn',
      ...this.settings,
    };
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

/** All that the service says until it is open. */
function readGreeting(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      if (OPEN.test(said)) resolve(said);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => reject(new Error(`The service did not start:\n${said}`)));
  });
}
