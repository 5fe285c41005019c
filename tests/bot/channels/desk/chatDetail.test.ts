import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CannedReply, CaseDetail, CaseHead, Suggestion } from '../../../../bot/channels/desk/wire.js';
import type { AgentPage } from './agentPage.js';
import { DeskService } from './deskService.js';
import type { PassengerPage } from './passengerPage.js';

const PAIR = { en: 'Hello', zh: '您好' };

describe('what an agent sees beside the talk', () => {
  let service: DeskService;
  let agent: AgentPage;
  let supervisor: AgentPage;
  beforeAll(async () => {
    service = await DeskService.start();
    agent = await service.openAgent('Li Wei');
    supervisor = await service.openAgent('Chen');
  }, 60_000);
  afterAll(() => service.stop());

  async function callAndTake(passenger: PassengerPage, words?: string) {
    await passenger.callPerson(words);
    return agent.take();
  }

  it('is the form that is open, in the language of their page', async () => {
    const passenger = await service.openPassenger('zh-CN');
    await passenger.say('我的行李没到，航班 RE101');
    await passenger.until(({ channelData }) => isFormQuestion(channelData), 'the first question');
    const chat = await callAndTake(passenger, '转人工');
    const { queue, chats } = await agent.untilFloor((floor) => floor.chats.length === 1);
    expect(queue).toEqual([]);
    expect(chats[0]).toMatchObject({
      language: 'zh-Hans',
      topic: 'dialog:baggage-claim',
      skill: 'baggage',
      reason: 'dialog',
    });
    const english = await agent.readChat(chat.handoff);
    const label = { en: 'Flight', zh: '航班号', zhHant: '航班編號' };
    expect(english.body.slots).toContainEqual({ label, value: 'RE101' });
    expect(english.body.head.topicWords).toEqual({
      en: 'Report a baggage problem',
      zh: '申报行李问题',
      zhHant: '申報行李問題',
    });
    expect(agent.floor?.longWaitSeconds).toBe(600);
    const chinese = await agent.call<typeof english.body>('GET', `/chats/${chat.handoff}?lang=zh-Hans`);
    expect(english.body.slots[0]?.value).toMatch(/not arrived/);
    expect(chinese.body.slots[0]?.value).toMatch(/\p{Script=Han}/u);
    await agent.ask({ do: 'end', ...chat, disposition: 'other' });
    // The bot goes on with the form where it was.
    await passenger.untilText(/已离开|离开了/);
  });

  it('is what was answered, and approved answers to what is being said, in the passenger’s language', async () => {
    const passenger = await service.openPassenger('zh-CN');
    await passenger.say('随身行李可以带多大？');
    await passenger.untilText(/公斤/);
    const chat = await callAndTake(passenger, '转人工');
    const { body } = await agent.readChat(chat.handoff);
    expect(body.answers).toMatchObject([
      { route: 'faq:baggage.carry-on-size', question: { zh: expect.stringMatching('行李') } },
    ]);
    const suggest = async (text: string) => {
      const query = new URLSearchParams({ text }).toString();
      return (await agent.call<Suggestion[]>('GET', `/chats/${chat.handoff}/suggestions?${query}`)).body;
    };
    expect((await suggest('行李丢了最多赔多少钱？'))[0]).toMatchObject({
      route: 'faq:baggage-claim.liability-limit',
      answer: expect.stringMatching(/\p{Script=Han}/u),
      version: expect.any(String),
    });
    // Its date has passed.
    expect(await suggest('可以带充电宝吗？')).toEqual([]);
    await agent.ask({ do: 'end', ...chat, disposition: 'information' });
  });

  it('are canned replies in both languages, which supervisors write', async () => {
    const { body } = await agent.call<CannedReply[]>('GET', '/canned');
    expect(body.length).toBeGreaterThan(5);
    for (const { title, text } of body) {
      expect([title.zh, text.zh].every((words) => /\p{Script=Han}/u.test(words))).toBe(true);
      expect(text.en).not.toMatch(/\{\{/);
    }
    expect(body.map(({ traditional }) => traditional?.text).join()).toContain('這項要求');
    const reply = { title: PAIR, text: PAIR };
    expect((await agent.call('PUT', '/canned/hello', reply)).status).toBe(403);
    expect((await supervisor.call('PUT', '/canned/hello', reply)).status).toBe(204);
    expect((await supervisor.call('PUT', '/canned/Not%20an%20id', reply)).status).toBe(400);
    expect((await supervisor.call('PUT', '/canned/half', { title: PAIR, text: { en: 'x' } })).status).toBe(
      400,
    );
    const list = async () => (await agent.call<CannedReply[]>('GET', '/canned')).body.map(({ id }) => id);
    expect(await list()).toContain('hello');
    expect((await agent.call('DELETE', '/canned/hello')).status).toBe(403);
    expect((await supervisor.call('DELETE', '/canned/hello')).status).toBe(204);
    expect(await list()).not.toContain('hello');
  });

  it('are cases, which they reply to, escalate and close; the passenger reads the reply in the chat', async () => {
    const passenger = await service.openPassenger();
    const reference = await fileComplaint(passenger);
    const listed = await agent.call<CaseHead[]>('GET', '/cases?open=true');
    expect(listed.body).toMatchObject([
      { reference, kind: 'complaint', open: true, overdue: false, level: 1 },
    ]);
    expect((await agent.call<CaseHead[]>('GET', `/cases?search=${reference}`)).body).toHaveLength(1);
    expect((await agent.call<CaseHead[]>('GET', '/cases?kind=claim')).body).toEqual([]);
    expect((await agent.call('GET', '/cases?open=perhaps')).status).toBe(400);
    expect((await agent.call('GET', '/cases/PEKRE00000')).status).toBe(404);

    const path = `/cases/${reference}`;
    const early = await agent.call('POST', `${path}/close`, { improvement: 'None.' });
    expect(early).toMatchObject({ status: 409, body: { error: { code: 'case.refused' } } });
    const escalated = await agent.call<CaseDetail>('POST', `${path}/escalate`, { reason: 'Serious.' });
    expect(escalated.body.head).toMatchObject({ level: 2 });
    const replied = await agent.call<CaseDetail>('POST', `${path}/reply`, { text: 'We are sorry for it.' });
    expect(replied.body.history).toContainEqual(
      expect.objectContaining({ type: 'replied', actor: 'agent:li-wei', text: 'We are sorry for it.' }),
    );
    await passenger.untilText(/We are sorry for it\./);
    const chat = await callAndTake(passenger);
    expect((await agent.readChat(chat.handoff)).body.cases).toMatchObject([{ reference }]);
    await agent.ask({ do: 'end', ...chat, disposition: 'case-opened' });
    const closed = await agent.call<CaseDetail>('POST', `${path}/close`, { improvement: 'Crew briefed.' });
    expect(closed.body).toMatchObject({ head: { open: false }, may: [] });
  }, 60_000);
});

function isFormQuestion(channelData: unknown): boolean {
  return JSON.stringify(channelData ?? {}).includes('dialog:baggage-claim');
}

/** Tells what the form asks for, one thing after the other, and returns the reference. */
async function fileComplaint(passenger: PassengerPage): Promise<string> {
  const story = 'The crew shouted at my mother because she asked for water twice.';
  for (const words of [
    'I want to complain',
    story,
    'skip',
    'An apology',
    'Ann Lee',
    'ann@example.com',
    'no',
  ]) {
    await passenger.ask(words);
  }
  await passenger.say('Yes, file it');
  const { text = '' } = await passenger.untilText(/Your complaint is filed/);
  return /C-\d{8}-\w{5}/.exec(text)?.[0] ?? '';
}
