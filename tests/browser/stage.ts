import { expect } from '@jest/globals';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { addChineseGlyphs } from './chineseGlyphs.js';
import { launchBrowser } from './launchBrowser.js';
import { Service, type Settings } from './service.js';

const FAILURES = fileURLToPath(new URL('./failures/', import.meta.url));
const PATIENCE_MS = 30_000;

export type Visit = BrowserContextOptions & {
  /** Complaints in the browser's console that this visit is about. */
  readonly expectedErrors?: RegExp;
  /** Done to the context before a page opens. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
};

/** One service and one browser for a whole test run; each test gets a visitor of its own. */
export class Stage {
  private constructor(
    readonly service: Service,
    private readonly browser: Browser,
  ) {}

  static async set(settings: Settings = {}): Promise<Stage> {
    const [service, browser] = await Promise.allSettled([Service.start(settings), launchBrowser()]);
    if (service.status === 'fulfilled' && browser.status === 'fulfilled') {
      return new Stage(service.value, browser.value);
    }
    if (service.status === 'fulfilled') await service.value.end();
    if (browser.status === 'fulfilled') await browser.value.close();
    throw service.status === 'rejected' ? service.reason : (browser as PromiseRejectedResult).reason;
  }

  /**
   * Plays a scene as a new visitor. Fails when the browser complained about anything, such as a violated content
   * policy; whatever fails leaves screenshots of the visitor's pages.
   */
  async play(visit: Visit, scene: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
    const { expectedErrors, prepare, ...options } = visit;
    const context = await this.browser.newContext({ locale: 'en-US', baseURL: this.service.url, ...options });
    const complaints: string[] = [];
    context.setDefaultTimeout(PATIENCE_MS);
    context.on('console', (message) => {
      if (message.type() === 'error' && !expectedErrors?.test(message.text()))
        complaints.push(message.text());
    });
    context.on('weberror', (error) => complaints.push(String(error.error())));
    try {
      await addChineseGlyphs(context, options);
      await prepare?.(context);
      await scene(await context.newPage(), context);
      expect(complaints).toEqual([]);
    } catch (error) {
      await keepScreenshots(context);
      throw error;
    } finally {
      await context.close();
    }
  }

  async strike(): Promise<void> {
    await Promise.all([this.browser.close(), this.service.end()]);
  }
}

async function keepScreenshots(context: BrowserContext): Promise<void> {
  await mkdir(FAILURES, { recursive: true });
  const name = (expect.getState().currentTestName ?? 'test').replace(/\W+/g, '-').slice(0, 100);
  for (const [index, page] of context.pages().entries()) {
    await page.screenshot({ path: `${FAILURES}${name}-${index}.png` }).catch(() => undefined);
  }
}
