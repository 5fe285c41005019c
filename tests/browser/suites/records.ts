import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectAccessible } from '../accessibility.js';
import { Chat } from '../chat.js';
import type { Stage } from '../stage.js';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, reducedMotion: 'reduce' } as const;
/** A whole claim is some thirty steps: time for a busy machine as well. */
const LONG_MS = 100_000;
const REFERENCE = /(?<![A-Z0-9])[A-Z]{3}[A-Z0-9]{2}\d{5}(?!\d)/;
const DATE = /\d{4}年\d{1,2}月\d{1,2}日/g;

const UPLOAD_ID: unknown = expect.stringMatching(/^[\w-]{16,64}\.png$/);

export function describeRecords(stage: () => Stage): void {
  describe('on a phone', () => {
    it(
      'a delayed bag is reported in Chinese, with a photo, past a reload',
      () =>
        stage().play({ ...PHONE, locale: 'zh-CN' }, async (page) => {
          const chat = await Chat.open(page);
          await page.locator('[data-start=baggage]').click();
          await chat.waitForReply('行李出了什么问题？');
          await chat.choose('行李还没到');
          await answer(chat, '您到达时坐的是哪个航班？', 'RE852');
          await answer(chat, '那个航班是哪一天起飞的？', '昨天');
          await answer(chat, '到达哪个机场？', '上海浦东');
          await answer(chat, '旅客姓名是什么？', '张伟');
          await chat.waitForReply('行李牌上的号码是多少？');
          await page.reload();
          await chat.waitForState('online');
          await chat.choice('跳过').waitFor();
          await answer(chat, '行李牌上的号码是多少？', '0781234567');
          await answer(chat, '行李是什么样子的？', '深蓝色硬壳拉杆箱，提手上系着红丝带');
          await chat.waitForReply('行李主要是什么颜色？');
          await chat.choose('蓝色');
          await answer(chat, '工作人员怎么联系您？', '138 0000 0000');
          await answer(chat, '找到行李后送到哪里？', '上海市浦东新区世纪大道100号');
          await chat.waitForReply('有行李或行李牌的照片吗？');
          await chat.attach({ name: 'bag.png', mimeType: 'image/png', buffer: await drawBag(page) });
          await chat.waitForReply('以上都对吗？');
          await chat.sentPictures.waitFor();
          expect(await chat.sentPictures.getAttribute('src')).toContain('/uploads/');
          const review = await chat.replies.filter({ hasText: '以上都对吗？' }).innerText();
          for (const value of ['RE852', '张伟', '0781234567', '蓝色', '硬壳箱', '1 个文件']) {
            expect(review).toContain(value);
          }

          await chat.choose('确认提交');
          await chat.waitForReply('申报已提交');
          const filed = await chat.replies.filter({ hasText: '申报已提交' }).innerText();
          const [reference = ''] = REFERENCE.exec(filed) ?? [];
          expect(reference).toMatch(/^PVGRE\d{5}$/);
          expect(filed.match(DATE)?.length).toBeGreaterThanOrEqual(2);
          const [event] = await stage().service.readEvents(`claim/${reference}`);
          expect(event?.data).toMatchObject({
            details: { photos: [{ id: UPLOAD_ID, contentType: 'image/png', name: 'bag.png' }] },
          });
          await expectAccessible(page);
        }),
      LONG_MS,
    );

    it('a late flight is shown as a card in English', () =>
      stage().play(PHONE, async (page) => {
        const chat = await Chat.open(page);
        await page.locator('[data-start=flightStatus]').click();
        await answer(chat, 'Which flight?', 'RE119 yesterday');
        const card = page.locator('.ac-adaptiveCard').last();
        await card.waitFor();
        const words = await card.innerText();
        for (const fact of ['RE119', 'Shanghai', 'Chengdu', '130 min late']) expect(words).toContain(fact);
        await expectAccessible(page);
      }));
  });
}

async function answer(chat: Chat, question: string, words: string): Promise<void> {
  await chat.waitForReply(question);
  await chat.say(words);
}

/** A picture as a phone's camera might take one. */
async function drawBag(page: Page): Promise<Buffer> {
  const studio = await page.context().newPage();
  await studio.setViewportSize({ width: 320, height: 240 });
  await studio.setContent(
    `<body style="margin:0"><svg viewBox="0 0 320 240"><rect width="320" height="240" fill="#d9d4cb"/>` +
      `<rect y="190" width="320" height="50" fill="#a89f91"/><rect x="130" y="30" width="60" height="40" rx="8" fill="none" stroke="#333" stroke-width="8"/>` +
      `<rect x="90" y="60" width="140" height="150" rx="16" fill="#1f3a6e"/></svg></body>`,
  );
  const picture = await studio.screenshot();
  await studio.close();
  return picture;
}
