import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectAccessible } from '../accessibility.js';
import { Chat } from '../chat.js';
import type { HostSite } from '../hostSite.js';
import type { Stage } from '../stage.js';

const LAUNCHER = { name: '在线客服' };
const GREETING = /客服/;

export function describeWidget(
  stage: () => Stage,
  sites: () => { friend: HostSite; stranger: HostSite },
): void {
  describe('the widget', () => {
    it('opens the chat on a site that may show it, and closes by Escape, button and cross', () =>
      stage().play({}, async (page) => {
        await page.goto(sites().friend.origin);
        const launcher = page.getByRole('button', LAUNCHER);
        expect(await launcher.getAttribute('aria-expanded')).toBe('false');
        expect(page.frames()).toHaveLength(1);
        await expectAccessible(page);

        await launcher.click();
        const panel = page.getByRole('dialog', { name: '与红眼航空聊天' });
        await panel.waitFor();
        const chat = new Chat(page.frameLocator('iframe'));
        await chat.waitForReply(GREETING);
        await expectAccessible(page);
        await chat.say('随身行李可以带多大？');
        await chat.waitForReply('可带一件不超过8公斤的随身行李。');

        await chat.sendBox.press('Escape');
        await panel.waitFor({ state: 'hidden' });
        expect(
          await page.evaluate("document.querySelector('redeye-chat').shadowRoot.activeElement.className"),
        ).toBe('launcher');
        await page.keyboard.press('Enter');
        await panel.waitFor();
        await chat.expectSaid('随身行李可以带多大？');
        await chat.button('关闭聊天').click();
        await panel.waitFor({ state: 'hidden' });
      }));

    it('shows that a reply came while it was closed', () =>
      stage().play({}, async (page) => {
        await page.goto(sites().friend.origin);
        await page.getByRole('button', LAUNCHER).click();
        const chat = new Chat(page.frameLocator('iframe'));
        await chat.waitForReply(GREETING);
        await closeFromInside(page);
        await page.getByRole('button', LAUNCHER).waitFor();
        await page.frames()[1]!.evaluate("document.querySelector('[data-start=complaint]').click()");
        await page.getByText('有新消息').waitFor({ state: 'attached' });
        await page.getByRole('button', { name: /在线客服/ }).click();
        await page.getByText('有新消息').waitFor({ state: 'detached' });
      }));

    it('fills a telephone, and leaves nothing behind on the page it is on', () =>
      stage().play({ viewport: { width: 390, height: 844 }, hasTouch: true }, async (page) => {
        await page.goto(sites().friend.origin);
        const globals = (): Promise<unknown> =>
          page.evaluate('Object.keys(window).filter((key) => /redeye|widget/i.test(key))');
        await page.getByRole('button', LAUNCHER).click();
        const panel = page.getByRole('dialog');
        expect(await panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
        expect(await globals()).toEqual([]);
        expect(
          await page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily"),
        ).not.toContain('system-ui');
      }));

    it('shows no chat on a site that may not', () =>
      stage().play({ expectedErrors: /frame-ancestors|Framing|ERR_BLOCKED_BY_RESPONSE/ }, async (page) => {
        await page.goto(sites().stranger.origin);
        const refusal = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()));
        await page.getByRole('button', LAUNCHER).click();
        await refusal;
        expect(await page.frameLocator('iframe').locator('#chat').count()).toBe(0);
      }));

    it('is shown at work on a page of our own', () =>
      stage().play({}, async (page) => {
        await page.goto('/widget-demo');
        await page.getByRole('button', { name: 'Chat with us' }).click();
        await new Chat(page.frameLocator('iframe')).waitForReply(/Redeye Air support desk/);
        await expectAccessible(page);
      }));
  });
}

/** A passenger who reads on in the page while the bot is still answering. */
async function closeFromInside(page: Page): Promise<void> {
  await page.frames()[1]!.evaluate("parent.postMessage({ redeye: 'close' }, '*')");
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}
