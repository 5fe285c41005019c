import { describe, expect, it } from '@jest/globals';
import { expectAccessible } from '../accessibility.js';
import { AgentDesk } from '../agentDesk.js';
import { Chat } from '../chat.js';
import type { Stage } from '../stage.js';

const PASSWORD = 'a long password for tests';
const DESKTOP = { viewport: { width: 1440, height: 900 } };

export function describeDesk(stage: () => Stage): void {
  describe('the agents’ desk', () => {
    it('opens with the link of the first start, once', () =>
      stage().play({ ...DESKTOP, expectedErrors: /401/ }, async (page) => {
        const { welcomePath } = stage().service;
        const desk = await AgentDesk.followLink(page, welcomePath);
        await page.getByRole('button', { name: 'All chats' }).waitFor();
        await page.reload();
        await desk.waitUntilOpen();
        await expectAccessible(page);
        await page.getByRole('button', { name: /^Supervisor/ }).click();
        await page.getByRole('button', { name: 'Sign out' }).click();
        await page.getByRole('heading', { name: 'Sign in to the desk' }).waitFor();
        await page.goto(welcomePath);
        await page.getByText('This link has been used or has expired.').waitFor();
      }));

    it('brings two passengers and two agents together, and loses nobody on the way', async () => {
      const { service } = stage();
      await service.addAgent('Mei', PASSWORD, '--languages', 'zh,en', '--skills', 'baggage');
      await service.addAgent('Tom', PASSWORD, '--languages', 'en,zh');
      const agent = { ...DESKTOP, expectedErrors: /401/ };
      await stage().play({ locale: 'zh-CN' }, (linPage) =>
        stage().play({}, (samPage) =>
          stage().play(agent, (meiPage) =>
            stage().play(agent, async (tomPage) => {
              const lin = await Chat.open(linPage);
              const sam = await Chat.open(samPage);

              // Both ask for a person; nobody is there yet.
              await lin.say('转人工');
              await lin.waitForReply('已经为您排队等候人工客服');
              await sam.say('I want to talk to a person');
              await sam.waitForReply(/number 2 in line/);

              // Mei takes both, in the order in which they came, and talks with each.
              const mei = await AgentDesk.signIn(meiPage, 'Mei', PASSWORD);
              await mei.waitForQueue(2);
              await mei.takeNext();
              const meiWithLin = mei.chat('转人工');
              await lin.waitForReply('客服 Mei 已接入');
              await mei.say(meiWithLin, '您好，我是Mei。');
              await lin.waitForReply('您好，我是Mei。');

              // She takes down a message for him, and he reads its reference in Chinese.
              const reference = await mei.fileMessage(meiWithLin, '请回电', '林海', '13800000000');
              await lin.waitForReply(`客服已为您记下留言，编号 ${reference}。`);
              await meiPage.locator('.earlier-case', { hasText: reference }).waitFor();
              const [left] = await service.readEvents(`message/${reference}`);
              expect(left).toMatchObject({ type: 'message-left', actor: 'agent:mei' });
              const before = await lin.replies.count();
              await lin.say('随身行李可以带多大？');
              await mei.waitForSaid(meiWithLin, '随身行李可以带多大？');
              await mei.takeNext();
              const meiWithSam = mei.chat('I want to talk to a person');
              await mei.say(meiWithSam, 'Hello, what can I do?');
              await sam.waitForReply('Hello, what can I do?');
              await sam.say('My refund is too small');
              await mei.waitForSaid(meiWithSam, 'My refund is too small');
              await mei.waitForQueue(0);
              await expectAccessible(meiPage);

              // Sam goes on with Tom, who finds the note and all that was said.
              const tom = await AgentDesk.signIn(tomPage, 'Tom', PASSWORD);
              await mei.transferTo(meiWithSam, 'Tom', 'Wants the whole fare back');
              const tomWithSam = tom.chat('My refund is too small');
              await sam.waitForReply(/Tom has taken over/);
              await tomWithSam.click();
              await tomPage.locator('.note--transfer', { hasText: 'Wants the whole fare back' }).waitFor();
              await tom.say(tomWithSam, 'I have the whole story.');
              await sam.waitForReply('I have the whole story.');

              // Mei's page dies. Lin is told, and is the head of the queue; the bot was silent all the while.
              expect(await lin.replies.count()).toBe(before);
              await meiPage.close();
              await lin.waitForReply('Mei暂时离开了对话');
              await tom.waitForQueue(1);
              await tomPage.getByText('Back in the queue').waitFor();
              await tom.takeNext();
              const tomWithLin = tom.chat('随身行李可以带多大？');
              await tomWithLin.locator('.entry--agent', { hasText: '您好，我是Mei。' }).waitFor();
              await tom.say(tomWithLin, '我是Tom，接着为您服务。');
              await lin.waitForReply('我是Tom，接着为您服务。');

              // Both talks end with one question, and the bot goes on.
              await tom.end(tomWithLin);
              await lin.waitForReply('您对Tom的服务满意吗？');
              await lin.choose('5分 很满意');
              await lin.waitForReply('谢谢您。');
              await tom.end(tomWithSam);
              await sam.waitForReply(/How was the talk with Tom\?/);
              await sam.say('How big may my cabin bag be?');
              await sam.waitForReply('One cabin bag up to 8 kg.');
              await tomPage.getByText('No chat is open').waitFor();
            }),
          ),
        ),
      );
    });
  });
}
