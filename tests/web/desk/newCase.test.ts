import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expectAccessible } from '../../browser/accessibility.js';
import { DeskStage } from './deskStage.js';
import { FakeDesk } from './fakeDesk.js';
import { ago, createHead } from './samples.js';

jest.setTimeout(60_000);

let stage: DeskStage;

beforeAll(async () => {
  stage = await DeskStage.set();
});
afterAll(() => stage?.strike());

const PHONE = { width: 390, height: 844 };

function createDesk(): FakeDesk {
  const head = createHead('h-1', 'delayed', 10, { heldSince: ago(5), language: 'zh-Hans', skill: 'baggage' });
  return new FakeDesk({ held: [head] });
}

const openForm = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'New case' }).first().click();
  await page.getByRole('dialog', { name: 'New case' }).getByText('Kind of case').waitFor();
};
const box = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });

describe('a new case', () => {
  it('is filled in from the talk, filed, and stands with the chat', () =>
    stage.play({ desk: createDesk() }, async (page, desk) => {
      await openForm(page);
      expect(await box(page, /^Flight$/).inputValue()).toBe('RE101');
      expect(await page.locator('#new-case-date').inputValue()).toBe('2026-11-21');
      expect(await box(page, 'Name').inputValue()).toBe('张伟');
      await box(page, /^Airport/).fill('PEK');
      await box(page, 'Phone').fill('13800000000');
      await page.getByRole('button', { name: 'File the case' }).click();
      await page.getByText('Filed: PEKRE12345').waitFor();
      await page.getByText('in their language (Chinese (Simplified))').waitFor();
      await expectAccessible(page);
      expect(desk.filed).toEqual([
        {
          key: expect.stringMatching(/^[0-9a-f]{32}$/),
          kind: 'claim',
          fields: {
            ...{ type: 'delayed', flight: 'RE101', date: '2026-11-21', station: 'PEK' },
            ...{ name: '张伟', phone: '13800000000' },
          },
          attachFiles: true,
        },
      ]);
      await page.keyboard.press('Enter');
      await page.locator('.side .earlier-case', { hasText: 'PEKRE12345' }).waitFor();
    }));

  it('says of each field what is wrong, goes to the first, and is sent again with the same key', () =>
    stage.play({ desk: createDesk() }, async (page, desk) => {
      desk.refuseCase = [
        { field: 'phone', problem: 'missing' },
        { field: 'station', problem: 'invalid' },
        { field: 'date', problem: 'ahead' },
      ];
      await openForm(page);
      await page.getByRole('button', { name: 'File the case' }).click();
      await page.getByText('A telephone number or an e-mail address is needed.').waitFor();
      await page.getByText('An airport’s three letters, such as PEK.').waitFor();
      await page.getByText('This day is still to come.').waitFor();
      await page.locator('#new-case-date:focus').waitFor();
      expect(await page.locator('#new-case-station').getAttribute('aria-invalid')).toBe('true');
      await expectAccessible(page);
      desk.refuseCase = undefined;
      await page.getByRole('button', { name: 'File the case' }).click();
      await page.getByText('Filed: PEKRE12345').waitFor();
      expect(new Set(desk.filed.map(({ key }) => key)).size).toBe(1);
    }));

  it('says so when the same was filed before', () =>
    stage.play({ desk: createDesk() }, async (page, desk) => {
      desk.outcome = 'known';
      await openForm(page);
      await page.getByRole('button', { name: 'File the case' }).click();
      await page.getByText('There already: PEKRE12345').waitFor();
      await page.getByRole('button', { name: 'Read the case' }).click();
      await page.getByRole('article', { name: 'PEKRE12345' }).waitFor();
    }));

  it('asks what its kind needs, and keeps what was written when the window is closed', () =>
    stage.play({ desk: createDesk() }, async (page, desk) => {
      await openForm(page);
      await page.getByRole('button', { name: /Kind of case/ }).click();
      await page.getByRole('option', { name: 'Message' }).click();
      expect(await box(page, 'In the passenger’s words').inputValue()).toBe('行李没到');
      expect(await page.locator('#new-case-station').count()).toBe(0);
      await box(page, 'Phone').fill('13800000000');
      await page.locator('#new-case-callBack').fill('2026-12-01T09:30');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await openForm(page);
      await page.getByRole('button', { name: 'File the case' }).click();
      await page.getByText(/^Filed/).waitFor();
      expect(desk.filed[0]).toMatchObject({
        kind: 'message',
        fields: {
          ...{ text: '行李没到', name: '张伟', phone: '13800000000' },
          callBack: new Date('2026-12-01T09:30').toISOString(),
        },
      });
    }));

  it('outlives its chat, and begins after it from the cases', () =>
    stage.play({ desk: createDesk() }, async (page, desk) => {
      await openForm(page);
      desk.held = [];
      desk.showFloor();
      await page.getByText('No chat is open').waitFor();
      await box(page, /^Airport/).fill('PEK');
      await page.keyboard.press('Escape');
      const { language, topicWords } = createHead('h-1', 'delayed', 10, { language: 'zh-Hans' });
      desk.ended = [{ handoff: 'h-1', language, topicWords, ended: ago(3) }];
      await page.getByRole('button', { name: 'Cases' }).click();
      await page.getByRole('button', { name: 'New case' }).click();
      await page.getByRole('button', { name: /My bag did not arrive.*ended/ }).click();
      expect(await box(page, /^Airport/).inputValue()).toBe('PEK');
      await page.getByRole('button', { name: 'File the case' }).click();
      await page.getByText('Filed: PEKRE12345').waitFor();
    }));

  it.each<[string, BrowserContextOptions]>([
    ['in English, dark', { colorScheme: 'dark' }],
    ['in Chinese', { locale: 'zh-CN' }],
    ['in Traditional Chinese on a phone', { locale: 'zh-TW', viewport: PHONE, hasTouch: true }],
  ])('is filled in by keyboard and accessible %s', (_how, visit) =>
    stage.play({ desk: createDesk(), visit }, async (page, desk) => {
      const button = /^(New case|新建工单|新建案件)$/;
      const details = page.locator('.column__details');
      if (await details.isVisible()) await details.click();
      await page.getByRole('button', { name: button }).first().focus();
      await page.keyboard.press('Enter');
      await page.locator('#new-case-station').focus();
      await page.keyboard.type('PEK');
      await page.keyboard.press('Shift+Tab');
      await expectAccessible(page);
      const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
      expect(width).toBeLessThanOrEqual(page.viewportSize()!.width);
      await page.locator('#new-case-station').press('Enter');
      await page.locator('.filed').waitFor();
      expect(desk.filed[0]!.fields.station).toBe('PEK');
    }),
  );
});
