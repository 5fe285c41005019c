import { expect } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { addChineseGlyphs } from '../../browser/chineseGlyphs.js';
import { launchBrowser } from '../../browser/launchBrowser.js';
import { FakeDesk } from './fakeDesk.js';
import { FakeDeskServer } from './fakeDeskServer.js';

const PATIENCE_MS = 10_000;
/** What a broken connection or a refused sign-in makes Chromium say; the tests about them mean it. */
const EXPECTED = /Failed to load resource|WebSocket connection/;

export interface Scene {
  readonly desk?: FakeDesk;
  readonly signedIn?: boolean;
  readonly path?: string;
  readonly visit?: BrowserContextOptions;
}

/** The page in a real browser before a desk that is a test double. */
export class DeskStage {
  private constructor(
    readonly server: FakeDeskServer,
    private readonly browser: Browser,
  ) {}

  static async set(): Promise<DeskStage> {
    const server = await FakeDeskServer.open(new FakeDesk());
    return new DeskStage(server, await launchBrowser());
  }

  /** Plays a scene; fails also when the browser complained, such as about a violated content policy. */
  async play(
    { desk = new FakeDesk(), signedIn = true, path = '/desk', visit = {} }: Scene,
    act: (page: Page, desk: FakeDesk, context: BrowserContext) => Promise<void>,
  ): Promise<void> {
    this.server.begin(desk, signedIn);
    const viewport = { width: 1440, height: 900 };
    const context = await this.browser.newContext({
      baseURL: this.server.url,
      locale: 'en-US',
      viewport,
      reducedMotion: 'reduce',
      ...visit,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const complaints: string[] = [];
    context.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) complaints.push(message.text());
    });
    context.on('weberror', (error) => complaints.push(String(error.error())));
    try {
      await addChineseGlyphs(context, visit);
      const page = await context.newPage();
      await page.goto(path);
      await page.locator(signedIn ? '.queue' : '.card').waitFor();
      await act(page, desk, context);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  }

  async strike(): Promise<void> {
    await Promise.all([this.browser.close(), this.server.close()]);
  }
}

/** Waits until something holds that no element shows. */
export async function waitUntil(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error(`It never came true: ${isTrue.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
