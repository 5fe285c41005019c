import { describe, expect, it } from '@jest/globals';
import { expectAccessible } from '../accessibility.js';
import { Chat } from '../chat.js';
import type { Stage, Visit } from '../stage.js';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, reducedMotion: 'reduce' } as const;
const LONG_MS = 100_000;

interface Telling {
  readonly visit: Visit;
  readonly words: readonly string[];
  readonly file: string;
  readonly link: string;
  readonly print: string;
  /** Of the page: headings, values, sources and papers. */
  readonly shown: readonly string[];
}

const TELLINGS: Readonly<Record<string, Telling>> = {
  'in English, dark': {
    visit: { ...PHONE, colorScheme: 'dark' },
    words: [
      'my bag from RE852 to Pudong yesterday never arrived, tag 0781234567',
      ...['John Smith', 'black hard shell suitcase', 'john@example.com', 'Hotel Lisboa, room 512', 'skip'],
    ],
    file: 'Yes, file it',
    link: 'See the whole report, to print or save',
    print: 'Print or save as PDF',
    shown: ['Baggage report', 'John Smith', 'Hotel Lisboa', 'Montreal Convention, Art. 35', 'bag tag stub'],
  },
  'in Traditional Chinese, light': {
    visit: { ...PHONE, locale: 'zh-TW' },
    words: [
      '我昨天坐RE852到浦東，行李沒到，行李牌0787654321',
      ...['張偉', '黑色硬殼箱', '0912345678', '台北市信義路一號', '跳過'],
    ],
    file: '確認',
    link: '檢視完整申報單',
    print: '列印',
    shown: ['行李申報單', '張偉', '台北市信義路一號', '《蒙特婁公約》第35條', '登機證'],
  },
};

export function describeClaims(stage: () => Stage): void {
  describe('a filed baggage report', () => {
    it.each(Object.entries(TELLINGS))(
      'is a page to print, %s',
      async (_name, { visit, words, file, link, print, shown }) =>
        stage().play(visit, async (page, context) => {
          const chat = await Chat.open(page);
          for (const [count, each] of words.entries()) {
            await chat.replies.nth(count).waitFor();
            await chat.say(each);
            await chat.replies.nth(count + 1).waitFor();
          }
          await chat.choose(file);
          const opening = context.waitForEvent('page');
          await chat.view.getByRole('link', { name: link }).click();
          const report = await opening;
          await report.getByRole('button', { name: print }).waitFor();
          const text = await report.locator('main').innerText();
          for (const part of shown) expect(text).toContain(part);
          const source = await (await context.request.get(report.url())).text();
          for (const part of shown) expect(source).toContain(part);
          expect(await report.evaluate('document.scrollingElement.scrollWidth')).toBe(390);
          await expectAccessible(report);

          await report.evaluate('window.print = () => { document.title = "printed" }');
          await report.getByRole('button', { name: print }).click();
          expect(await report.title()).toBe('printed');
          await report.emulateMedia({ media: 'print' });
          expect(await report.locator('.head__actions').isVisible()).toBe(false);
          expect((await report.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(5_000);
        }),
      LONG_MS,
    );
  });
}
