import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { BrowserContext, BrowserContextOptions } from 'playwright-core';

const PATH = '/glyphs-for-tests/';
const WIDE = 1024;
const folder = dirname(
  createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'),
);

/**
 * Gives the pages of a context a font with Chinese characters, which the npm Chromium comes without; it draws a box in
 * place of each. The font takes a third of a page's time, so it is left out where those characters are neither read
 * nor short of room: by a visitor with another language and a wide screen.
 */
export async function addChineseGlyphs(
  context: BrowserContext,
  { locale, viewport }: Pick<BrowserContextOptions, 'locale' | 'viewport'>,
): Promise<void> {
  const isWide = !viewport || viewport.width >= WIDE;
  if (isWide && !locale?.startsWith('zh')) return;
  const rules = (await readFile(join(folder, 'index.css'), 'utf8')).replaceAll('./files/', `${PATH}files/`);
  await context.route(`**${PATH}**`, (route) => {
    const { pathname } = new URL(route.request().url());
    return route.fulfill({ path: join(folder, pathname.slice(pathname.indexOf(PATH) + PATH.length)) });
  });
  // Constructed style sheets, as the pages' content policy lets no foreign style element in. Nothing is drawn before
  // the glyphs are there: Chromium keeps the boxes it has once drawn in their place.
  await context.addInitScript(`
    const curtain = new CSSStyleSheet();
    curtain.replaceSync('html { display: none !important }');
    document.adoptedStyleSheets.push(curtain);
    addEventListener('DOMContentLoaded', async () => {
      const glyphs = new CSSStyleSheet({ baseURL: location.origin });
      glyphs.replaceSync(${JSON.stringify(rules)});
      document.adoptedStyleSheets.push(glyphs);
      const text = document.documentElement.textContent.replace(/[^\\u3000-\\uffef]/g, '');
      const weights = text ? [400, 600, 700] : [];
      await Promise.all(weights.map((weight) => document.fonts.load(weight + ' 16px "Noto Sans SC Variable"', text)));
      document.adoptedStyleSheets = [glyphs];
    });
  `);
}
