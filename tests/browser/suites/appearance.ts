import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectAccessible } from '../accessibility.js';
import { Chat } from '../chat.js';
import type { Stage, Visit } from '../stage.js';

const PHONE = { width: 390, height: 844 };

export function describeAppearance(stage: () => Stage): void {
  describe('the page', () => {
    it.each<[string, Visit]>([
      ['on a desktop', {}],
      ['in the dark, in Chinese', { colorScheme: 'dark', locale: 'zh-CN' }],
      ['on a phone', { viewport: PHONE, hasTouch: true, locale: 'zh-TW' }],
      ['on a phone in the dark', { viewport: PHONE, hasTouch: true, colorScheme: 'dark' }],
    ])('is accessible %s', (_where, visit) =>
      stage().play({ ...visit, reducedMotion: 'reduce' }, async (page) => {
        const chat = await Chat.open(page);
        await chat.replies.first().waitFor();
        await expectAccessible(page);
        await chat.say('Where is the baggage service desk?');
        await chat.waitForReply(/baggage desk|行李/);
        await page.locator('#new-conversation').click();
        await expectAccessible(page);
      }),
    );

    it('fits a telephone of 360 pixels, with everything in reach', () =>
      stage().play({ viewport: { width: 360, height: 640 }, hasTouch: true }, async (page) => {
        const chat = await Chat.open(page);
        await chat.say('How much will you pay for my bag?');
        await chat.waitForReply('It depends on the loss');
        expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(360);
        expect(await page.evaluate('document.scrollingElement.scrollHeight')).toBe(640);
        for (const part of [
          '.languages',
          '#new-conversation',
          '[data-start=flightStatus]',
          '.webchat__send-box',
        ]) {
          expect(await isWithin(page, part)).toBe(true);
        }
        await page.locator('[data-start=person]').click();
        await chat.expectSaid('How much will you pay for my bag?', 'Talk to a person');
      }));

    it('can be used with the keyboard alone', () =>
      stage().play({}, async (page) => {
        const chat = await Chat.open(page);
        await page.keyboard.press('Tab');
        expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the chat');
        for (const expected of ['English', '简体中文', '繁體中文', 'New conversation', 'Flight status']) {
          await page.keyboard.press('Tab');
          expect(await page.evaluate('document.activeElement.innerText')).toContain(expected);
        }
        await page.keyboard.press('Enter');
        await chat.expectSaid("Check my flight's status");
        expect(await page.evaluate('document.activeElement.dataset.id')).toBe('webchat-sendbox-input');
        await page.keyboard.type('Is my carry-on too big?');
        await page.keyboard.press('Enter');
        await chat.waitForReply('One cabin bag up to 8 kg.');
      }));
  });

  describe('an address that leads nowhere', () => {
    it('is a page in both languages with a way back', () =>
      stage().play({ locale: 'zh-CN', expectedErrors: /404/ }, async (page) => {
        const answer = await page.goto('/no/such/page');
        expect(answer?.status()).toBe(404);
        await page.getByRole('heading', { name: '此地址没有内容' }).waitFor();
        await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
        await expectAccessible(page);
        await page.getByRole('link').click();
        await new Chat(page).waitForState('online');
      }));
  });
}

async function isWithin(page: Page, selector: string): Promise<boolean> {
  const box = await page.locator(selector).boundingBox();
  const { width, height } = page.viewportSize()!;
  return (
    box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height
  );
}
