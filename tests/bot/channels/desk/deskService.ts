import { cp, mkdtemp, rm } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp, type App } from '../../../../bot/app.js';
import { askService } from '../../../../bot/caseControl/askService.js';
import { readConfig } from '../../../../bot/config.js';
import { openStaff } from '../../../../bot/desk/openStaff.js';
import { openRecords } from '../../../../bot/storage/choose.js';
import { systemClock } from '../../../../services/clock.js';
import type { AccountDetails } from '../../../../services/desk/accounts.js';
import { packQuickly } from '../web/packQuickly.js';
import { AgentPage } from './agentPage.js';
import { PassengerPage } from './passengerPage.js';

const project = fileURLToPath(new URL('../../../..', import.meta.url));

export const PASSWORD = 'a long enough password';

/** Whom the tests know, by name. */
const STAFF: readonly (Pick<AccountDetails, 'name'> & Partial<AccountDetails>)[] = [
  { name: 'Li Wei' },
  { name: 'Ann', languages: ['en'] },
  { name: 'Chen', role: 'supervisor' },
];

/** Runs from this day on, whatever day it is: the corpus has dates. */
const sinceThen = Date.parse('2026-11-22T10:00:00Z') - Date.now();
export const clock = { now: () => new Date(Date.now() + sinceThen) };

/** What the first service of a test file learnt; the corpus is the same for all. */
let learnt: string | undefined;

async function keepModels(dataDir: string): Promise<string> {
  const kept = await mkdtemp(path.join(os.tmpdir(), 'redeye-models-'));
  await cp(path.join(dataDir, 'models'), kept, { recursive: true });
  process.once('exit', () => rmSync(kept, { recursive: true, force: true }));
  return kept;
}

/** The whole service with a small corpus and three accounts, on a data directory of its own. */
export class DeskService {
  private app: App | undefined;
  private readonly pages: { end(): void }[] = [];
  origin = '';

  private constructor(
    readonly root: string,
    private readonly environment: Record<string, string>,
  ) {}

  /** `hires`: false where the accounts are there already. */
  static async start(
    environment: Record<string, string> = {},
    { hires = true }: { hires?: boolean } = {},
  ): Promise<DeskService> {
    const root = await mkdtemp(path.join(os.tmpdir(), 'redeye-desk-'));
    const faq = path.join(root, 'faq');
    const content = path.join(project, 'tests/conversations/corpus/content');
    await cp(content, path.join(faq, 'content'), { recursive: true });
    await cp(path.join(project, 'faq/policy.yaml'), path.join(faq, 'policy.yaml'));
    const service = new DeskService(root, {
      PORT: '0',
      LOG_LEVEL: 'silent',
      FAQ_DIR: faq,
      DATA_DIR: path.join(root, 'data'),
      ...environment,
    });
    if (hires) await service.hire();
    if (learnt) await cp(learnt, path.join(service.dataDir, 'models'), { recursive: true });
    await packQuickly(service.dataDir);
    await service.open();
    learnt ??= await keepModels(service.dataDir);
    return service;
  }

  get dataDir(): string {
    return this.config.dataDir;
  }

  get faqDir(): string {
    return this.config.faqDir;
  }

  get running(): App {
    if (!this.app) throw new Error('the service is not running');
    return this.app;
  }

  /** Starts the service again on the same data; pages lose their connection. */
  async restart(): Promise<void> {
    await this.running.close();
    await this.open();
  }

  async stop(): Promise<void> {
    for (const page of this.pages) page.end();
    await this.app?.close();
    await rm(this.root, { recursive: true, force: true });
  }

  /** An agent's browser, signed in; its stream is open. */
  async openAgent(name: string): Promise<AgentPage> {
    const page = this.openVisitor();
    await page.signIn(name, PASSWORD);
    await page.connect();
    return page;
  }

  /** A browser at the desk's door. */
  openVisitor(): AgentPage {
    const page = new AgentPage(() => this.origin);
    this.pages.push(page);
    return page;
  }

  /** The token of a new one-time link. */
  async createLink(): Promise<string> {
    const answer = await askService(this.dataDir, { verb: 'create-link' });
    const link = 'done' in answer ? String(answer.done['link']) : '';
    return new URL(link, this.origin).searchParams.get('welcome') ?? '';
  }

  /** A passenger's chat, greeted by the bot. */
  async openPassenger(locale = 'en'): Promise<PassengerPage> {
    const page = await PassengerPage.open(() => this.origin, locale);
    this.pages.push(page);
    return page;
  }

  private get config() {
    return readConfig(this.environment, project);
  }

  private async open(): Promise<void> {
    this.app = await createApp(this.config, { clock });
    this.origin = (await this.app.listen()).replace('localhost', '127.0.0.1');
  }

  private async hire(): Promise<void> {
    const records = await openRecords(this.config, () => 'unused');
    const { accounts } = openStaff(records, systemClock);
    const usual = { languages: ['en', 'zh'], skills: [], role: 'agent', capacity: 4 } as const;
    for (const details of STAFF) {
      const { id } = await accounts.create(
        { ...usual, languages: [...usual.languages], skills: [], ...details },
        'system',
      );
      await accounts.setPassword(id, PASSWORD, 'system');
    }
    await records.close();
  }
}
