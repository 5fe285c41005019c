import { describe, expect, it } from '@jest/globals';
import { Chat } from '../chat.js';
import type { Stage } from '../stage.js';

const CABIN_BAG = 'One cabin bag up to 8 kg.';

export function describeConversation(stage: () => Stage): void {
  describe('a conversation', () => {
    it('is held in English', () =>
      stage().play({}, async (page) => {
        const chat = await Chat.open(page);
        await chat.waitForReply(/Redeye Air support desk/);
        await chat.say('How big may my cabin bag be?');
        await chat.waitForReply(CABIN_BAG);
        await chat.expectSaid('How big may my cabin bag be?');
      }));

    it.each([
      ['zh-CN', '客服', '随身行李可以带多大？', '可带一件不超过8公斤的随身行李。', '刚刚'],
      ['zh-TW', '客服', '登機箱多大可以帶上飛機？', '可帶一件不超過8公斤的隨身行李。', '剛剛'],
    ])('is held in the Chinese of a %s browser', (locale, desk, question, answer, justNow) =>
      stage().play({ locale }, async (page) => {
        const chat = await Chat.open(page);
        await chat.waitForReply(desk);
        await chat.say(question);
        await chat.waitForReply(answer);
        await page.getByText(justNow).first().waitFor();
      }),
    );

    it.each([
      ['en-US', 'Flight status', "Check my flight's status"],
      ['zh-CN', '投诉', '我要投诉'],
    ])('starts from a button in %s', (locale, name, words) =>
      stage().play({ locale }, async (page) => {
        const chat = await Chat.open(page);
        await page.locator('[data-start]').filter({ hasText: name }).click();
        await chat.expectSaid(words);
        await chat.replies.nth(1).waitFor();
      }),
    );

    it('goes on after a reload, with all that was said, once', () =>
      stage().play({}, async (page) => {
        const chat = await Chat.open(page);
        await chat.say('Cabin baggage weight limit');
        await chat.waitForReply(CABIN_BAG);
        const before = await chat.replies.allInnerTexts();
        await page.reload();
        await chat.waitForState('online');
        await chat.expectSaid('Cabin baggage weight limit');
        await chat.waitForReply(CABIN_BAG);
        expect(await chat.replies.allInnerTexts()).toEqual(before);
      }));

    it('is the same in a second tab', () =>
      stage().play({}, async (page, context) => {
        const first = await Chat.open(page);
        await first.say('Is my carry-on too big?');
        await first.waitForReply(CABIN_BAG);
        const second = await Chat.open(await context.newPage());
        await second.expectSaid('Is my carry-on too big?');
        await second.say('hello from the other tab');
        await first.expectSaid('Is my carry-on too big?', 'hello from the other tab');
      }));

    it('can be left for a new one, in all tabs, when the passenger means it', () =>
      stage().play({}, async (page, context) => {
        const chat = await Chat.open(page);
        const other = await Chat.open(await context.newPage());
        await page.bringToFront();
        await chat.say('hello');
        await chat.expectSaid('hello');
        await chat.button('New conversation').click();
        await page.keyboard.press('Escape');
        await chat.expectSaid('hello');
        await chat.button('New conversation').click();
        await chat.button('Start new').click();
        await chat.sent.waitFor({ state: 'detached' });
        await chat.waitForReply(/Redeye Air support desk/);
        await other.sent.waitFor({ state: 'detached' });
        await chat.say('here we are');
        await other.expectSaid('here we are');
      }));
  });

  describe('the language switch', () => {
    it('turns page, Web Chat and bot, and keeps what was said and typed', () =>
      stage().play({}, async (page) => {
        const chat = await Chat.open(page);
        await chat.say('Cabin baggage weight limit');
        await chat.waitForReply(CABIN_BAG);
        await chat.sendBox.fill('half a sentence');
        await page.locator('[data-language=zh-Hant]').click();
        await chat.waitForReply('繁體中文');
        expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant');
        expect(await page.title()).toContain('紅眼航空');
        await page.getByText('航班動態').first().waitFor();
        await page.getByText('剛剛').first().waitFor();
        expect(await chat.sendBox.inputValue()).toBe('half a sentence');
        await chat.expectSaid('Cabin baggage weight limit');
        await chat.say('手提行李限重多少？');
        await chat.waitForReply('可帶一件不超過8公斤的隨身行李。');
        await page.reload();
        await page.getByText('航班動態').first().waitFor();
      }));

    it('follows what the passenger asks the bot for', () =>
      stage().play({}, async (page) => {
        const chat = await Chat.open(page);
        await chat.say('说中文');
        await page.locator('html[lang=zh-Hans]').waitFor({ state: 'attached' });
        await page.getByText('航班动态').first().waitFor();
      }));
  });
}
