import { describe, expect, it } from '@jest/globals';
import type { MessageInput } from '../../../../services/cases/message/messageDetails.js';
import { createMessageRulebook } from '../../../../services/cases/message/messageRulebook.js';
import { given, type Step } from '../decider.js';
import { describeMessage, openTestDesk, RULES } from '../desk.js';

const rulebook = createMessageRulebook(RULES.message);
const LEFT = '2026-12-01T02:00:00.000Z';
const givenMessage = (changes: Partial<MessageInput> = {}, ...steps: Step<'message'>[]) =>
  given(rulebook, describeMessage(changes), LEFT, ...steps);
const reply: Step<'message'> = { command: { type: 'reply', text: 'The refund is on its way.' } };
const add: Step<'message'> = {
  command: { type: 'add-information', addition: { text: 'It has not arrived.' } },
  by: 'passenger:user-1',
  at: '2026-12-03T02:00:00.000Z',
};

describe('a message left for the staff', () => {
  it('has a day and a night to be answered, and is marked once when it was not', () => {
    const message = givenMessage();
    expect(message.nextDue()).toBe('2026-12-02T02:00:00.000Z');
    const late = { command: { type: 'pass-time' }, at: '2026-12-02T02:00:00.000Z', by: 'system' } as const;
    message.when({ ...late, at: '2026-12-02T01:59:59.999Z' }).expectEvents([]);
    message.when(late).expectEvents([{ type: 'overdue', actor: 'system' }]);
    message.when(late).expectEvents([]);
    expect(message.nextDue()).toBeUndefined();
  });

  it('is due half an hour after the time chosen for a call', () => {
    const message = givenMessage({ callBack: '2026-12-05T07:00:00.000Z' });
    expect(message.nextDue()).toBe('2026-12-05T07:30:00.000Z');
  });

  it('is answered, by the staff alone, and the same answer twice is one', () => {
    const message = givenMessage();
    message.when({ ...reply, by: 'passenger:user-1' }).expectRefusal('staff-only');
    const answered = message.when(reply);
    expect(answered.state).toMatchObject({ status: 'answered', replies: [{ by: 'agent:li' }] });
    message.when(reply).expectEvents([]);
    expect(message.nextDue()).toBeUndefined();
  });

  it('asks for another answer when the passenger adds to it after one', () => {
    const message = givenMessage({}, reply);
    const added = message.when(add);
    expect(added.state).toMatchObject({ status: 'left', overdue: false });
    expect(message.nextDue()).toBe('2026-12-04T02:00:00.000Z');
  });

  it('keeps its clock when something is added before the answer', () => {
    expect(givenMessage().when(add).state).toMatchObject({ answerBy: '2026-12-02T02:00:00.000Z' });
  });

  it('is closed with or without a written answer, and then stays as it is', () => {
    const close: Step<'message'> = { command: { type: 'close', outcome: 'Called, all is clear.' } };
    givenMessage()
      .when({ ...close, by: 'passenger:user-1' })
      .expectRefusal('staff-only');
    const message = givenMessage({}, close);
    expect(message.state.status).toBe('closed');
    message.when(reply).expectRefusal('closed');
    message.when(add).expectRefusal('closed');
  });
});

describe('a message on the desk', () => {
  it('has a reference of its own, is listed, and its passenger hears of the answer', async () => {
    const test = openTestDesk();
    const { desk, notices, clock } = test;
    const { case: left } = await desk.file('message', 'key', describeMessage());
    expect(left.reference).toMatch(/^M-20261201-[A-HJ-NP-Z2-9]{5}$/);
    expect((await desk.list({ kind: 'message', open: true })).cases).toHaveLength(1);
    await desk.carryOut('message', left.reference, { type: 'reply', text: 'Yes.' }, 'agent:li');
    await test.runAgenda();
    expect(notices).toMatchObject([
      { kind: 'message', reference: left.reference, news: { what: 'replied', text: 'Yes.' } },
    ]);
    clock.set('2027-01-01T00:00:00Z');
    await test.runAgenda();
    expect(await desk.find(left.reference)).toMatchObject({ state: { overdue: false } });
  });

  it('is marked overdue by the agenda', async () => {
    const test = openTestDesk({ now: LEFT });
    const { desk, clock } = test;
    const { case: left } = await desk.file('message', 'key', describeMessage());
    clock.set('2026-12-02T02:00:00Z');
    await test.runAgenda();
    expect(await desk.find(left.reference)).toMatchObject({ state: { overdue: true, status: 'left' } });
  });

  it('can be looked up by its reference and family name', async () => {
    const { desk } = openTestDesk();
    const { case: left } = await desk.file('message', 'key', describeMessage());
    const lookup = { reference: left.reference.toLowerCase(), familyName: 'chen', askedBy: 'user-1' };
    expect(await desk.findByReferenceAndName(lookup)).toMatchObject({ outcome: 'found' });
  });
});
