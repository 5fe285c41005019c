import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { DeskStage, waitUntil } from './deskStage.js';
import { FakeDesk } from './fakeDesk.js';
import { ago, createHead, createQueue } from './samples.js';

jest.setTimeout(40_000);

let stage: DeskStage;

beforeAll(async () => {
  stage = await DeskStage.set();
});
afterAll(() => stage?.strike());

const REFUND = 'h-refund';
const DISTANCE_TO_END = `(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight)(
  document.querySelector('.feed__scroller'))`;
const createBusyDesk = (more = {}) =>
  new FakeDesk({ held: [createHead(REFUND, 'refund', 9, { heldSince: ago(3), ...more })] });

const composer = (page: Page): Locator => page.getByRole('textbox', { name: 'Message to the passenger' });
const said = (page: Page): Locator => page.locator('.entry--agent:not(.entry--outgoing) .entry__bubble');
const listSaid = (desk: FakeDesk): string[] =>
  desk.asked.flatMap((command) => (command.do === 'say' ? [command.text] : []));

describe('a message', () => {
  it('goes out by Enter, with a new line by Shift+Enter, and the passenger is shown typing', () =>
    stage.play({ desk: createBusyDesk() }, async (page, desk) => {
      await composer(page).pressSequentially('One');
      await composer(page).press('Shift+Enter');
      await composer(page).pressSequentially('two');
      await composer(page).press('Enter');
      await said(page).filter({ hasText: 'One' }).waitFor();
      expect(listSaid(desk)).toEqual(['One\ntwo']);
      expect(await composer(page).inputValue()).toBe('');
      expect(desk.asked.some((command) => command.do === 'typing')).toBe(true);
    }));

  it('does not go out while an input method composes a character', () =>
    stage.play({ desk: createBusyDesk() }, async (page, desk) => {
      await composer(page).fill('nihao');
      await composer(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
      expect(await composer(page).inputValue()).toBe('nihao');
      await composer(page).press('Enter');
      await said(page).waitFor();
      expect(listSaid(desk)).toEqual(['nihao']);
    }));

  it('waits for the connection and is said once', () =>
    stage.play({ desk: createBusyDesk() }, async (page, desk) => {
      stage.server.drop(true);
      await page.locator('.connection:not([hidden])').waitFor();
      await composer(page).fill('Are you there?');
      await composer(page).press('Enter');
      await page.getByText('Goes out when the connection is back').waitFor();
      stage.server.comeBack();
      await page.getByRole('button', { name: 'Try now' }).click();
      await said(page).filter({ hasText: 'Are you there?' }).waitFor();
      expect(await page.locator('.entry--outgoing').count()).toBe(0);
      expect(listSaid(desk)).toEqual(['Are you there?']);
    }));

  it('on its way outlives a reload, and so does a draft', () =>
    stage.play({ desk: createBusyDesk() }, async (page, desk) => {
      stage.server.drop(true);
      await page.locator('.connection:not([hidden])').waitFor();
      await composer(page).fill('Sent before the reload');
      await composer(page).press('Enter');
      await composer(page).fill('half a sent');
      stage.server.comeBack();
      await page.reload();
      await said(page).filter({ hasText: 'Sent before the reload' }).waitFor();
      expect(await composer(page).inputValue()).toBe('half a sent');
      expect(listSaid(desk)).toEqual(['Sent before the reload']);
    }));

  it('that is refused says why and can be taken back', () =>
    stage.play({ desk: createBusyDesk() }, async (page, desk) => {
      desk.refuseNext = { do: 'say', code: 'desk.lease-lost' };
      await composer(page).fill('Too late');
      await composer(page).press('Enter');
      await page.getByText('This chat is no longer with you, so nothing was sent.').first().waitFor();
      await page.getByRole('button', { name: 'Back to the box' }).click();
      expect(await composer(page).inputValue()).toBe('Too late');
      expect(await said(page).count()).toBe(0);
    }));
});

describe('what comes in', () => {
  it('is shown, announced and marked as read only when somebody is there', () =>
    stage.play({ desk: createBusyDesk() }, async (page, desk) => {
      desk.passengerTypes(REFUND);
      await page.getByText('The passenger is writing…').waitFor();
      desk.passengerSays(REFUND, 'How long will it take?');
      await page.locator('.entry--passenger', { hasText: 'How long will it take?' }).waitFor();
      await page
        .locator('[data-announcer]', { hasText: 'Refund of a ticket, passenger: How long will it take?' })
        .waitFor();
      expect(desk.asked.filter((command) => command.do === 'read')).toEqual([]);
      await page.mouse.move(400, 400);
      await waitUntil(() => desk.asked.some((command) => command.do === 'read' && command.position === 6));
    }));

  it('keeps the newest in sight, and leaves alone whoever reads further up', () =>
    stage.play({ desk: createBusyDesk() }, async (page, desk) => {
      for (let line = 1; line <= 12; line += 1)
        desk.passengerSays(REFUND, `Line ${line}, and a little more of it`);
      const scroller = page.locator('.feed__scroller');
      const distance = (): Promise<number> => page.evaluate<number>(DISTANCE_TO_END);
      await page.getByText('Suggested answers').waitFor();
      await page.locator('.entry__text', { hasText: 'Line 12,' }).waitFor();
      await waitUntil(async () => (await distance()) < 40);
      await scroller.hover();
      await page.mouse.wheel(0, -400);
      await page.getByRole('button', { name: 'To the newest' }).waitFor();
      desk.passengerSays(REFUND, 'The last line');
      await page.getByRole('button', { name: 'New messages below' }).click();
      await page.locator('.entry__text', { hasText: 'The last line' }).waitFor();
      await waitUntil(async () => (await distance()) < 40);
    }));

  it('lets an agent insert, edit and send a suggested answer', () =>
    stage.play({ desk: createBusyDesk() }, async (page, desk) => {
      desk.passengerSays(REFUND, 'Which tickets are refunded?');
      await page.getByRole('button', { name: 'Insert: Which fares are refunded in full?' }).click();
      await page.locator(`#composer-${REFUND}:focus`).waitFor();
      await page.keyboard.type(' Is yours one?');
      await page.keyboard.press('Enter');
      await said(page).waitFor();
      expect(listSaid(desk)).toEqual([
        'A **Flex** ticket is refunded in full, whenever you ask.\nA Light ticket gives back the taxes. Is yours one?',
      ]);
      expect(await page.getByText('Suggested answers').count()).toBe(0);
    }));

  it('is shown as text, whatever it contains', () =>
    stage.play({ desk: createBusyDesk() }, async (page, desk) => {
      const nasty = '<img src=x onerror=alert(1)> [click](javascript:alert(1)) **bold**';
      desk.passengerSays(REFUND, nasty);
      await page.locator('.entry--passenger', { hasText: nasty }).waitFor();
      await composer(page).fill(nasty);
      await composer(page).press('Enter');
      await said(page).filter({ hasText: '<img src=x onerror=alert(1)>' }).waitFor();
      expect(await said(page).locator('img, a').count()).toBe(0);
      expect(await said(page).locator('strong').innerText()).toBe('bold');
    }));
});

describe('the queue', () => {
  it('announces who comes, and gives the next one on Alt+N', () =>
    stage.play({}, async (page, desk) => {
      await page.getByText('Nobody is waiting').waitFor();
      desk.passengerComes(createHead('h-bag', 'delayed', 0, { language: 'zh-Hans' }));
      await page
        .locator('[data-announcer]', {
          hasText: 'New in the queue: My bag did not arrive, Chinese (Simplified).',
        })
        .waitFor();
      await page.keyboard.press('Alt+n');
      await page.locator('#composer-h-bag:focus').waitFor();
      await page.getByText('转人工，我的药在箱子里').waitFor();
      await page.getByRole('button', { name: '4 messages with the bot' }).click();
      await page.getByText('我的行李没有到').waitFor();
    }));

  it('says so when somebody else was faster', () =>
    stage.play({ desk: new FakeDesk({ queue: createQueue() }) }, async (page, desk) => {
      desk.refuseNext = { do: 'take', code: 'desk.queue-empty' };
      await page.getByRole('button', { name: 'Take next' }).click();
      await page.getByText('Somebody else was faster: nobody is waiting now.').waitFor();
    }));

  it('says that a chat went back to it', () =>
    stage.play({ desk: createBusyDesk() }, async (page, desk) => {
      await composer(page).fill('unsent');
      desk.loseChat(REFUND);
      await page
        .getByText('Refund of a ticket: this chat is no longer with you; it went back to the queue.')
        .waitFor();
      await page.getByText('No chat is open').waitFor();
      await page.getByRole('button', { name: 'Take next' }).click();
      expect(await composer(page).inputValue()).toBe('unsent');
    }));
});

describe('an agent who does not read the passenger', () => {
  it.each([
    ['zh-Hans', 'Chinese (Simplified)', '您好，您之前写的内容我已经看过。'],
    ['zh-Hant', 'Chinese (Traditional)', '您好，您之前寫的內容我已經看過。'],
  ])('is told so and gets the canned pairs first: %s', (language, name, text) =>
    stage.play(
      {
        desk: new FakeDesk({
          me: { languages: ['en'] },
          held: [createHead('h-bag', 'delayed', 9, { heldSince: ago(1), language })],
        }),
      },
      async (page) => {
        await page.getByText(`The passenger writes ${name}, which is not one of your languages.`).waitFor();
        await page.locator('.pair', { hasText: 'Greeting' }).click();
        expect(await composer(page).inputValue()).toBe(text);
      },
    ),
  );
});

describe('a supervisor', () => {
  it('watches, whispers and takes over', () =>
    stage.play(
      {
        desk: new FakeDesk({
          me: { role: 'supervisor' },
          others: [
            createHead('h-tom', 'refund', 9, { heldSince: ago(3), agent: { id: 'tom', name: 'Tom Reed' } }),
          ],
        }),
      },
      async (page, desk) => {
        await page.getByRole('button', { name: 'All chats' }).click();
        await page.getByRole('button', { name: 'Watch live' }).click();
        await page.getByText('My ticket was refunded only in part').waitFor();
        expect(await composer(page).count()).toBe(0);
        await page.getByRole('textbox', { name: 'Whisper to Tom Reed' }).fill('Offer the refund');
        await page.getByRole('button', { name: 'Whisper' }).click();
        await page.locator('.note--whisper', { hasText: 'Offer the refund' }).waitFor();
        await page.getByRole('button', { name: 'Take over' }).click();
        await composer(page).waitFor();
        expect(desk.asked.map((command) => command.do)).toEqual(
          expect.arrayContaining(['watch', 'whisper', 'take-over']),
        );
      },
    ));

  it('keeps canned replies as pairs', () =>
    stage.play({ desk: new FakeDesk({ me: { role: 'supervisor' } }) }, async (page, desk) => {
      await page.getByRole('button', { name: 'Canned replies' }).click();
      await page.getByRole('button', { name: 'Edit: Greeting' }).click();
      await page.getByRole('textbox', { name: 'Text in Chinese' }).fill('');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('All four fields are needed').waitFor();
      await page.getByRole('textbox', { name: 'Text in Chinese' }).fill('您好！');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.locator('.reply', { hasText: '您好！' }).waitFor();
      expect(desk.canned.find(({ id }) => id === 'welcome')?.text.zh).toBe('您好！');
    }));

  it('sees what agents do not', () =>
    stage.play({}, async (page) => {
      expect(await page.getByRole('button', { name: 'All chats' }).count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Canned replies' }).count()).toBe(0);
    }));
});

describe('a case', () => {
  it('is found by its clock and answered', () =>
    stage.play({}, async (page, desk) => {
      await page.getByRole('button', { name: 'Cases' }).click();
      const late = page.getByRole('button', { name: /C-20261121-9AB2C Overdue by 1 hr 35 mins/ });
      await late.click();
      await page.getByText('We waited five hours without water.').waitFor();
      await page.getByRole('button', { name: 'Reply' }).click();
      await page.getByRole('button', { name: 'Reply' }).click();
      await page.getByText('Please write a sentence or two.').waitFor();
      await page.getByRole('textbox', { name: 'Reply to the passenger' }).fill('We are sorry.');
      await page.getByRole('button', { name: 'Reply' }).click();
      await page.locator('.history').getByText('We are sorry.').waitFor();
      expect(desk.cases[2]?.history.at(-1)).toMatchObject({ type: 'replied', text: 'We are sorry.' });
    }));
});
