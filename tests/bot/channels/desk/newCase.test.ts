import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../../bot/channels/desk/wire.js';
import type {
  CaseDraft,
  FieldProblem,
  FiledCase,
  NewCase,
  TalkView,
} from '../../../../bot/channels/desk/newCase/wire.js';
import type { AgentPage } from './agentPage.js';
import { DeskService } from './deskService.js';
import type { PassengerPage } from './passengerPage.js';

const CLAIM = {
  type: 'delayed',
  flight: 're 0101',
  date: '2026-11-21',
  station: 'pek',
  name: '张伟',
  tags: '0781 234567',
  looks: '蓝色硬壳箱',
  phone: '138 0000 0000',
} as const;
const CONTACT = { name: 'Ann Lee', email: 'ann@example.com' };
const THANKS = /Just go on writing|has left the chat/;

type Refusal = { readonly error: { readonly code: string; readonly fields?: readonly FieldProblem[] } };

describe('a case an agent files for a passenger', () => {
  let service: DeskService;
  let agent: AgentPage;
  let other: AgentPage;
  beforeAll(async () => {
    service = await DeskService.start();
    agent = await service.openAgent('Li Wei');
    other = await service.openAgent('Chen');
  }, 60_000);
  afterAll(() => service.stop());

  async function beginTalk(locale = 'en', ...said: readonly string[]) {
    const passenger: PassengerPage = await service.openPassenger(locale);
    for (const words of said) await passenger.ask(words);
    await passenger.callPerson(locale === 'en' ? undefined : '转人工');
    const chat = await agent.take();
    await passenger.untilText(/Li Wei/);
    return { passenger, chat };
  }

  const file = <Body = FiledCase>(handoff: string, body: NewCase, by = agent) =>
    by.call<Body>('POST', `/chats/${handoff}/cases`, body);
  const readDraft = (handoff: string) => agent.call<CaseDraft>('GET', `/chats/${handoff}/new-case`);

  it('has a reference, the agent in its record, and a sentence for the passenger in their language', async () => {
    const { passenger, chat } = await beginTalk('zh-CN');
    const { status, body } = await file(chat.handoff, { key: 'k1', kind: 'claim', fields: CLAIM });
    expect([status, body.outcome]).toEqual([200, 'filed']);
    expect(body.head).toMatchObject({ kind: 'claim', status: 'reported', open: true });
    expect(body.head.reference).toMatch(/^PEKRE\d{5}$/);
    const told = await passenger.untilText(/^客服已为您提交行李申报/);
    expect(told.text).toContain(`**${body.head.reference}**`);
    expect(told.suggestedActions?.actions.map(({ title }) => title)).toEqual(['结束人工对话']);

    const { body: detail } = await agent.call<CaseDetail>('GET', `/cases/${body.head.reference}`);
    expect(detail.history[0]).toMatchObject({ type: 'claim-filed', actor: 'agent:li-wei' });
    expect(detail.facts).toEqual(
      expect.arrayContaining([
        { name: 'flight', value: 'RE101' },
        { name: 'tags', value: '0781234567' },
        { name: 'contact.phone', value: '+8613800000000' },
      ]),
    );
    // It stands beside the chat from now on.
    expect((await agent.readChat(chat.handoff)).body.cases).toMatchObject([
      { reference: body.head.reference },
    ]);
  });

  it('is filed and told once, however often the form is sent, and found by its content', async () => {
    const { passenger, chat } = await beginTalk();
    const complaint = { category: 'cabin-service', text: 'Nobody came.', ...CONTACT };
    const body: NewCase = { key: 'k2', kind: 'complaint', fields: complaint };
    const answers = await Promise.all([1, 2, 3].map(() => file(chat.handoff, body)));
    const later = await file(chat.handoff, { ...body, key: 'another' });
    const references = [...answers, later].map((each) => each.body.head.reference);
    expect(new Set(references).size).toBe(1);
    expect(answers.filter((each) => each.body.outcome === 'filed')).toHaveLength(1);
    expect(later.body.outcome).toBe('known');
    const told = await passenger.untilText(/^Our agent has filed a complaint/);
    expect(told.text).toMatch(/within 24 hours, day or night: by 23 November 2026/);
    await agent.ask({ do: 'end', ...chat, disposition: 'case-opened' });
    await passenger.untilText(THANKS);
    expect(passenger.texts.filter((text) => text.includes('Our agent has'))).toHaveLength(1);
  });

  it('is one of the passenger’s own: they follow it up with the reference and their name', async () => {
    const { passenger, chat } = await beginTalk();
    const { body } = await file(chat.handoff, {
      key: 'k3',
      kind: 'message',
      fields: { text: 'When is my refund paid?', ...CONTACT },
    });
    await passenger.untilText(/taken down a message.* within 24 hours/);
    await agent.ask({ do: 'end', ...chat, disposition: 'case-opened' });
    await passenger.untilText(THANKS);
    await passenger.say(`Follow up ${body.head.reference}`);
    await passenger.untilText(/family name|surname/i);
    await passenger.say('Lee');
    await passenger.untilText(/When is my refund paid\?/);
  });

  it.each<[string, NewCase['kind'], NewCase['fields'], FieldProblem[]]>([
    [
      'what is missing',
      'claim',
      { type: 'delayed', name: ' ' },
      [
        { field: 'flight', problem: 'missing' },
        { field: 'date', problem: 'missing' },
        { field: 'station', problem: 'missing' },
        { field: 'name', problem: 'missing' },
        { field: 'phone', problem: 'missing' },
      ],
    ],
    [
      'what is not of its form',
      'claim',
      { ...CLAIM, flight: 'the red one', station: 'Peking', tags: '12', phone: 'none', date: '2026-02-30' },
      [
        { field: 'phone', problem: 'invalid' },
        { field: 'flight', problem: 'invalid' },
        { field: 'date', problem: 'invalid' },
        { field: 'station', problem: 'invalid' },
        { field: 'tags', problem: 'invalid' },
      ],
    ],
    [
      'a flight that has not left',
      'claim',
      { ...CLAIM, date: '2027-01-01' },
      [{ field: 'date', problem: 'ahead' }],
    ],
    [
      'a category nobody knows',
      'complaint',
      { ...CONTACT, text: 'Bad.', category: 'weather' },
      [{ field: 'category', problem: 'invalid' }],
    ],
    [
      'a call in the past, without a number',
      'message',
      { ...CONTACT, text: 'Call me.', callBack: '2026-11-20T10:00:00.000Z' },
      [
        { field: 'callBack', problem: 'past' },
        { field: 'phone', problem: 'missing' },
      ],
    ],
  ])('is refused field by field: %s', async (_what, kind, fields, problems) => {
    const { chat } = await beginTalk();
    const { status, body } = await file<Refusal>(chat.handoff, { key: 'bad', kind, fields });
    expect([status, body.error.code]).toEqual([400, 'case.invalid']);
    expect(body.error.fields).toEqual(problems);
    await agent.ask({ do: 'end', ...chat, disposition: 'other' });
  });

  it('begins with what the open form collected, and what was said', async () => {
    const { chat } = await beginTalk('zh-CN', '我的行李没到，航班 RE101');
    const { body } = await readDraft(chat.handoff);
    expect(body).toEqual({
      kind: 'claim',
      known: { type: 'delayed', flight: 'RE101', text: '我的行李没到，航班 RE101' },
      files: 0,
    });
    await agent.ask({ do: 'end', ...chat, disposition: 'other' });
    const second = await beginTalk();
    await second.passenger.say('My name is Mary Lee, I flew RE205 yesterday, bag tag 0781234567');
    await agent.untilSaid('My name is Mary Lee, I flew RE205 yesterday, bag tag 0781234567');
    expect((await readDraft(second.chat.handoff)).body.known).toMatchObject({
      name: 'Mary Lee',
      flight: 'RE205',
      date: '2026-11-21',
      tags: '0781234567',
    });
    await agent.ask({ do: 'end', ...second.chat, disposition: 'other' });
  });

  it('can be filed after the talk, by whoever talked and nobody else', async () => {
    const { passenger, chat } = await beginTalk();
    const body: NewCase = { key: 'k4', kind: 'message', fields: { text: 'After the talk.', ...CONTACT } };
    expect((await file(chat.handoff, body, other)).status).toBe(403);
    await passenger.say('End the talk');
    await passenger.untilText(/The talk with Li Wei is over/);
    const { body: talks } = await agent.call<TalkView[]>('GET', '/talks');
    expect(talks.find(({ handoff }) => handoff === chat.handoff)).toMatchObject({
      language: 'en',
      ended: expect.any(String),
    });
    expect((await file(chat.handoff, body, other)).status).toBe(403);
    expect((await readDraft(chat.handoff)).status).toBe(200);
    expect((await file(chat.handoff, body)).body.outcome).toBe('filed');
    await passenger.untilText(/taken down a message/);
    expect((await service.openVisitor().call('POST', `/chats/${chat.handoff}/cases`, body)).status).toBe(401);
  });
});
