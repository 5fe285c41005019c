import { describe, expect, it } from '@jest/globals';
import { expectAccessible } from '../accessibility.js';
import { Chat } from '../chat.js';
import type { Stage } from '../stage.js';

/** What a browser says by itself when the service is away. */
const CONNECTION_LOST = /ERR_CONNECTION_REFUSED|WebSocket connection|Failed to load resource/;

export function describeEndurance(stage: () => Stage): void {
  describe('a conversation outlives', () => {
    it('a restart of the service in its midst', () =>
      stage().play({ expectedErrors: CONNECTION_LOST }, async (page) => {
        const chat = await Chat.open(page);
        await chat.say('How big may my cabin bag be?');
        await chat.waitForReply('One cabin bag up to 8 kg.');
        await stage().service.stop();
        await chat.waitForState('reconnecting');
        await page.getByText('The connection was lost. Reconnecting…').waitFor();
        await expectAccessible(page);
        await chat.sendBox.fill('is anybody there');
        await stage().service.resume();
        await chat.button('Try now').click();
        await chat.waitForState('online');
        expect(await chat.sendBox.inputValue()).toBe('is anybody there');
        await chat.say('Where is the baggage service desk?');
        await chat.waitForReply('Report it at the baggage desk before you leave.');
        await chat.expectSaid('How big may my cabin bag be?', 'Where is the baggage service desk?');
      }));

    it('a way on which WebSockets are blocked', () =>
      stage().play(
        {
          expectedErrors: CONNECTION_LOST,
          prepare: (context) => context.routeWebSocket(/\/stream/, (socket) => socket.close()),
        },
        async (page) => {
          const chat = await Chat.open(page);
          await chat.say('How heavy can my carry-on be?');
          await chat.waitForReply('One cabin bag up to 8 kg.');
        },
      ));

    it('the loss of what was said: a new one begins by itself, and says so', () =>
      stage().play({ expectedErrors: CONNECTION_LOST }, async (page) => {
        const chat = await Chat.open(page);
        await chat.say('hello');
        await chat.expectSaid('hello');
        await stage().service.stop();
        await stage().service.loseData();
        await stage().service.resume();
        await page.getByText('Your earlier conversation has ended; this is a new one.').waitFor();
        await chat.sent.waitFor({ state: 'detached' });
        await chat.waitForReply(/Redeye Air support desk/);
        await chat.say('hello again');
        await chat.expectSaid('hello again');
      }));
  });

  describe('while the chat cannot be had', () => {
    it('the shell is there at once, and says what it waits for', () =>
      stage().play(
        {
          expectedErrors: CONNECTION_LOST,
          prepare: (context) => context.route('**/assets/webchat.*', (route) => route.abort()),
        },
        async (page) => {
          await page.goto('/');
          await page.getByRole('heading', { name: 'How can we help?' }).waitFor();
          await page
            .getByText('The chat could not be loaded. Please try again, or call 400-000-7333.')
            .waitFor();
          await expectAccessible(page);
        },
      ));

    it('without JavaScript there is the telephone number, in every language', () =>
      stage().play({ javaScriptEnabled: false }, async (page) => {
        await page.goto('/');
        const words = await page.locator('.no-script').innerText();
        for (const word of ['The chat needs JavaScript', '聊天需要启用', '聊天需要啟用', '400-000-7333']) {
          expect(words).toContain(word);
        }
      }));
  });
}
