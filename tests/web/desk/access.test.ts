import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expectAccessible } from '../../browser/accessibility.js';
import { DeskStage } from './deskStage.js';
import { FakeDesk } from './fakeDesk.js';
import { LINK, PASSWORD } from './fakeDeskServer.js';
import { ago, ANA, createClaim, createHead, createQueue, TOM } from './samples.js';

jest.setTimeout(60_000);

let stage: DeskStage;

beforeAll(async () => {
  stage = await DeskStage.set();
});
afterAll(() => stage?.strike());

const PHONE = { width: 390, height: 844 };

/** Everything at once: a full queue, chats in three languages, a colleague, a supervisor's views. */
function createFullDesk(): FakeDesk {
  return new FakeDesk({
    me: { role: 'supervisor', languages: ['en'] },
    colleagues: [TOM, ANA],
    queue: createQueue(),
    held: [
      createHead('h-1', 'refund', 12, { heldSince: ago(6) }),
      createHead('h-2', 'delayed', 10, {
        heldSince: ago(5),
        language: 'zh-Hans',
        unread: 2,
        unreadSince: ago(2),
      }),
      createHead('h-3', 'change', 9, { heldSince: ago(4) }),
      createHead('h-4', 'wheelchair', 9, { heldSince: ago(3), language: 'zh-Hant', priority: 'assistance' }),
    ],
    others: [
      createHead('h-8', 'refund', 9, {
        heldSince: ago(3),
        agent: { id: 'tom', name: 'Tom Reed' },
        unread: 1,
      }),
    ],
  });
}

const ask = (page: Page, script: string): Promise<unknown> => page.evaluate(script);

describe('signing in', () => {
  it('says that name and password do not fit, and lets in with those that do', () =>
    stage.play({ signedIn: false }, async (page) => {
      await page.getByRole('textbox', { name: 'Name' }).fill('mei');
      await page.getByRole('textbox', { name: 'Password' }).fill('guess');
      await page.keyboard.press('Enter');
      await page.getByText('Name and password do not fit together.').waitFor();
      await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.locator('.queue').waitFor();
    }));

  it('by a one-time link leads to choosing a password, and the link leaves the address', () =>
    stage.play({ signedIn: false, path: `/desk?welcome=${LINK}` }, async (page) => {
      await page.getByRole('heading', { name: 'Choose a password' }).waitFor();
      expect(page.url()).not.toContain('welcome');
      await page.getByRole('textbox', { name: 'New password' }).fill('short');
      await page.keyboard.press('Enter');
      await page.getByText('Please use at least 12 characters.').waitFor();
      await page.getByRole('textbox', { name: 'New password' }).fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.locator('.queue').waitFor();
      expect(stage.server.needsPassword).toBe(false);
    }));

  it('by a link that was used says so', () =>
    stage.play({ signedIn: false, path: '/desk?welcome=used' }, async (page) => {
      await page.getByText('This link has been used or has expired.').waitFor();
    }));

  it('is asked for again when the session ends, and nothing written is left behind after signing out', () =>
    stage.play({ desk: createFullDesk() }, async (page) => {
      stage.server.endSession();
      await page.getByText('You were signed out.').waitFor();
      await page.getByRole('textbox', { name: 'Name' }).fill('mei');
      await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.locator('#composer-h-1').fill('private');
      await page.getByRole('button', { name: /^Mei Lin/ }).click();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByText('Your chats (4) return to the head of the queue').waitFor();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'Sign in to the desk' }).waitFor();
      expect(await ask(page, 'sessionStorage.length')).toBe(0);
    }));
});

describe('the page is accessible', () => {
  it.each<[string, BrowserContextOptions]>([
    ['in English, light', {}],
    ['in Chinese, dark', { locale: 'zh-CN', colorScheme: 'dark' }],
    ['in Traditional Chinese on a phone', { locale: 'zh-TW', viewport: PHONE, hasTouch: true }],
  ])('%s', (_how, visit) =>
    stage.play({ desk: createFullDesk(), visit }, async (page) => {
      await page.locator('.entry--passenger >> visible=true').first().waitFor();
      await page.locator('.suggestion').first().waitFor();
      await expectAccessible(page);
      for (const opener of ['.column__acts .button >> nth=0', '.column__acts .button >> nth=1', '.own']) {
        await page.locator(opener).click();
        await page.locator('[role=dialog]').first().waitFor();
        await expectAccessible(page);
        await page.keyboard.press('Escape');
        await page.locator('[role=dialog]').first().waitFor({ state: 'detached' });
      }
      await page.locator('.composer__acts .button').first().click();
      await page.locator('.option').first().waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await page.locator('.queue-row__button').first().click();
      await page.locator('.peek .entry').first().waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      const views = page.locator('.views__choice');
      await views.nth(1).click();
      await page.locator('.case-row').first().click();
      await page.locator('.history__event').first().waitFor();
      await expectAccessible(page);
      for (const view of [2, 3]) {
        await views.nth(view).click();
        await expectAccessible(page);
      }
    }),
  );

  it('before signing in, in both colours', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await stage.play({ signedIn: false, visit: { colorScheme } }, expectAccessible);
    }
  });
});

describe('the keyboard alone', () => {
  it('leads through a whole chat', () =>
    stage.play({ desk: new FakeDesk({ queue: createQueue(), colleagues: [TOM] }) }, async (page, desk) => {
      await page.keyboard.press('Tab');
      expect(await ask(page, 'document.activeElement.textContent')).toBe('Skip to the chats');
      await page.keyboard.press('Alt+n');
      await page.locator('#composer-h-sick:focus').waitFor();
      await page.keyboard.type('t e n q 1 ?');
      await page.keyboard.press('Enter');
      await page.locator('.entry--agent', { hasText: 't e n q 1 ?' }).waitFor();
      expect(await page.locator('[role=dialog]').count()).toBe(0);

      await page.keyboard.press('/');
      await page.locator('.picker__input:focus').waitFor();
      await page.keyboard.type('patience');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.locator('#composer-h-sick:focus').waitFor();
      expect(await page.locator('#composer-h-sick').inputValue()).toBe('感谢您的耐心等待，我正在为您核实。');

      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
      await page.keyboard.press('Escape');
      await page.locator('#chat-h-sick:focus').waitFor();
      await page.keyboard.press('n');
      await page.locator('#note-box:focus').waitFor();
      await page.locator('#chat-h-sick').focus();
      await page.keyboard.press('e');
      await page.getByRole('radio', { name: 'Solved' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByText('A passenger is unwell: ended.').waitFor();
      expect(desk.asked.at(-1)).toMatchObject({
        do: 'end',
        disposition: 'case-opened',
        token: 'token-h-sick',
      });
      await page.locator('#take-next:focus').waitFor();
    }));

  it('moves between chats while writing, and takes no letter as a shortcut once switched off', () =>
    stage.play({ desk: createFullDesk() }, async (page) => {
      await page.locator('#composer-h-1').click();
      await page.keyboard.press('Alt+ArrowDown');
      await page.locator('#composer-h-2:focus').waitFor();
      await page.keyboard.press('Alt+ArrowUp');
      await page.keyboard.press('Alt+ArrowUp');
      await page.locator('#composer-h-4:focus').waitFor();
      await page.getByRole('button', { name: /^Mei Lin/ }).click();
      await page.getByText('Single-key shortcuts').click();
      await page.keyboard.press('Escape');
      await page.locator('#chat-h-4').focus();
      await page.keyboard.press('e');
      await page.keyboard.press('?');
      expect(await page.locator('[role=dialog]').count()).toBe(0);
    }));

  it('transfers to a person with room', () =>
    stage.play({ desk: createFullDesk() }, async (page, desk) => {
      await page.locator('#chat-h-1').focus();
      await page.keyboard.press('t');
      await page.getByRole('button', { name: /Person/ }).click();
      expect(await page.getByRole('option', { name: 'Ana Cruz' }).getAttribute('aria-disabled')).toBe('true');
      await page.getByRole('option', { name: 'Tom Reed' }).click();
      await page.getByRole('textbox', { name: 'Note for whoever takes it' }).fill('Flex ticket');
      await page.getByRole('button', { name: 'Transfer' }).last().click();
      await page.getByText('Refund of a ticket: transferred.').waitFor();
      expect(desk.asked.find((command) => command.do === 'transfer')).toMatchObject({
        to: { kind: 'agent', agent: 'tom' },
        note: 'Flex ticket',
      });
    }));
});

describe('the language switch', () => {
  it('turns the whole page, is remembered, and keeps what is written', () =>
    stage.play({ desk: createFullDesk() }, async (page) => {
      await page.locator('#composer-h-1').fill('draft');
      await page.getByRole('radio', { name: '繁體中文' }).click();
      await page.getByRole('button', { name: '接入下一位' }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant');
      expect(await page.title()).toContain('紅眼航空');
      expect(await page.locator('#composer-h-1').inputValue()).toBe('draft');
      await page.reload();
      await page.getByRole('button', { name: '接入下一位' }).waitFor();
    }));
});

describe('a phone', () => {
  it('has everything within its width', () =>
    stage.play({ desk: createFullDesk(), visit: { viewport: PHONE, hasTouch: true } }, async (page) => {
      await page.locator('.column').waitFor();
      expect(await page.locator('.column').count()).toBe(1);
      for (const view of [0, 1, 2, 3]) {
        await page.locator('.views__choice').nth(view).tap();
        expect(await ask(page, 'document.scrollingElement.scrollWidth')).toBe(PHONE.width);
      }
      await page.locator('.views__choice').first().tap();
      await page.locator('.tab').nth(1).tap();
      await page.locator('#composer-h-2').fill('您好');
      await page.getByRole('button', { name: 'Send', exact: true }).tap();
      await page.locator('.entry--agent', { hasText: '您好' }).waitFor();
      await page.getByRole('button', { name: 'Details' }).tap();
      await page.getByRole('heading', { name: 'About this chat' }).waitFor();
    }));
});

describe('the page in Traditional Chinese', () => {
  it('has the topics, questions and canned replies in it too', () =>
    stage.play({ desk: createFullDesk(), visit: { locale: 'zh-TW' } }, async (page) => {
      await page.locator('.queue-row__topic', { hasText: '行李沒有到' }).waitFor();
      await page.locator('.column__topic', { hasText: '機票退款' }).waitFor();
      await page.locator('#chat-h-1').click();
      await page.locator('.side li', { hasText: '機票怎麼退款？' }).waitFor();
      await page.locator('#composer-h-1').press('/');
      await page.locator('.option--reply', { hasText: '問候' }).waitFor();
      await page.locator('.option__other', { hasText: '您之前寫的內容' }).waitFor();
    }));
});

describe('a long wait', () => {
  it('is long from when the service says so', () =>
    stage.play({ desk: createFullDesk() }, async (page, desk) => {
      const long = page.locator('.chip--long >> visible=true');
      await page.locator('.queue-row').first().waitFor();
      expect(await long.count()).toBe(0);
      desk.longWaitSeconds = 8 * 60;
      desk.showFloor();
      await long.waitFor();
    }));
});

describe('a case', () => {
  it('names the terms of the trade in the agent’s words, with their codes', () =>
    stage.play({ visit: { locale: 'zh-CN' } }, async (page, desk) => {
      const terms = [
        { name: 'wheelchair-ramp', code: 'WCHR' },
        { name: 'meal-vegan', code: 'VGML' },
      ];
      desk.cases = [{ ...createClaim(), facts: [{ name: 'needs', value: 'raw', terms }] }];
      await page.getByRole('button', { name: '工单' }).click();
      await page.getByText('PEKRE12345').click();
      await page.locator('.facts dd', { hasText: '轮椅（能上下台阶）（WCHR）' }).waitFor();
      await page.locator('.facts dd', { hasText: '纯素餐（VGML）' }).waitFor();
    }));
});
