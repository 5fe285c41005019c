import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { BrowserContext } from 'playwright-core';

const PATH = '/glyphs-for-tests';
const folder = dirname(
  createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'),
);

/** Gives the pages of a context a font with Chinese characters, which the npm Chromium comes without. */
export async function addChineseGlyphs(context: BrowserContext): Promise<void> {
  const sheet = await readFile(join(folder, 'index.css'), 'utf8');
  const faces = [...sheet.matchAll(/url\(\.\/files\/([^)]+)\)[^}]*unicode-range: ([^;]+);/g)].map(
    ([, file, range]) => ({ url: `${PATH}/${file}`, range: range! }),
  );
  await context.route(`**${PATH}/*`, async (route) => {
    const file = new URL(route.request().url()).pathname.slice(PATH.length + 1);
    await route.fulfill({ body: await readFile(join(folder, 'files', file)), contentType: 'font/woff2' });
  });
  await context.addInitScript(`
    for (const { url, range } of ${JSON.stringify(faces)}) {
      const settings = { unicodeRange: range, weight: '100 900', display: 'block' };
      document.fonts.add(new FontFace('Noto Sans SC Variable', 'url(' + url + ')', settings));
    }
  `);
}
