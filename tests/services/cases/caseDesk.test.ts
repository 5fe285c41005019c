import { describe, expect, it } from '@jest/globals';
import type { CaseNotice } from '../../../services/cases/caseNotice.js';
import { findTampering } from '../../../services/eventLog.js';
import {
  describeAssistance,
  describeClaim,
  describeComplaint,
  HOUR,
  openTestDesk,
  type TestDesk,
} from './desk.js';

async function fileComplaint(test: TestDesk): Promise<string> {
  return (await test.desk.file('complaint', 'key', describeComplaint())).case.reference;
}

describe('the case desk', () => {
  it('finds cases by reference in any case, and keeps their history', async () => {
    const test = openTestDesk();
    const reference = await fileComplaint(test);
    await test.desk.carryOut('complaint', reference.toLowerCase(), { type: 'acknowledge' }, 'agent:li');
    expect(await test.desk.find(` ${reference.toLowerCase()} `)).toMatchObject({
      reference,
      version: 2,
      open: true,
    });
    const history = await test.desk.history(reference);
    expect(history.map(({ type, actor }) => [type, actor])).toEqual([
      ['complaint-filed', 'passenger:user-1'],
      ['acknowledged', 'agent:li'],
    ]);
    expect(findTampering(history)).toBeUndefined();
    expect(await test.desk.find('C-20261201-ZZZZZ')).toBeUndefined();
    expect(await test.desk.history('nonsense')).toEqual([]);
  });

  it.each([
    ['nonsense', { type: 'acknowledge' } as const, 'case.unknown'],
    ['C-20261201-ZZZZZ', { type: 'acknowledge' } as const, 'case.unknown'],
    ['PEKRE12345', { type: 'acknowledge' } as const, 'case.unknown'],
    ['', { type: 'reply', text: '' } as const, 'case.unknown'],
  ])('refuses a change of %j', async (reference, command, code) => {
    const { desk } = openTestDesk();
    await expect(desk.carryOut('complaint', reference, command, 'agent:li')).rejects.toMatchObject({ code });
  });

  it('checks commands before it decides on them', async () => {
    const test = openTestDesk();
    const reference = await fileComplaint(test);
    const change = test.desk.carryOut('complaint', reference, { type: 'reply', text: ' ' }, 'agent:li');
    await expect(change).rejects.toMatchObject({ code: 'case.invalid' });
    expect(await test.desk.history(reference)).toHaveLength(1);
  });

  it('carries out changes that meet, one after the other', async () => {
    const test = openTestDesk();
    const reference = await fileComplaint(test);
    const texts = Array.from({ length: 5 }, (_, index) => `answer ${String(index)}`);
    await Promise.all(
      texts.map((text) => test.desk.carryOut('complaint', reference, { type: 'reply', text }, 'agent:li')),
    );
    const found = await test.desk.find(reference);
    expect(found?.kind === 'complaint' && found.state.replies.map(({ text }) => text).sort()).toEqual(texts);
  });

  it('lists by kind and state, in pages that leave out and repeat nothing', async () => {
    const test = openTestDesk();
    const all: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      const name = `Name ${'abcdefg'.charAt(index)}`;
      const filed = [
        await test.desk.file(
          'claim',
          `c${String(index)}`,
          describeClaim({ tags: [`RE00000${String(index)}`] }),
        ),
        await test.desk.file('complaint', `k${String(index)}`, describeComplaint({ name })),
        await test.desk.file('assistance', `a${String(index)}`, describeAssistance({ name })),
      ];
      all.push(...filed.map(({ case: { reference } }) => reference));
    }
    const [first = ''] = all;
    await test.desk.carryOut('claim', first, { type: 'close', outcome: 'Done.' }, 'agent:li');
    const listed: string[] = [];
    let after: string | undefined;
    do {
      const page = await test.desk.list({ limit: 4, open: true, ...(after !== undefined && { after }) });
      expect(page.cases.length).toBeLessThanOrEqual(4);
      listed.push(...page.cases.map(({ reference }) => reference));
      after = page.next;
    } while (after !== undefined);
    expect(listed.sort()).toEqual(all.filter((reference) => reference !== first).sort());
    expect((await test.desk.list({ kind: 'claim' })).cases).toHaveLength(7);
    expect((await test.desk.list({ kind: 'assistance', limit: 7 })).next).toBeUndefined();
  });
});

describe('telling passengers', () => {
  const reply = { type: 'reply', text: 'We are sorry.' } as const;

  it('tells news once, with what is needed to reach them, and keeps that it did', async () => {
    const test = openTestDesk();
    const reference = await fileComplaint(test);
    await test.desk.carryOut('complaint', reference, reply, 'agent:li');
    await test.runAgenda();
    await test.runAgenda();
    expect(test.notices).toEqual([
      {
        id: `complaint/${reference}#2`,
        kind: 'complaint',
        reference,
        news: { what: 'replied', text: 'We are sorry.' },
        filer: { id: 'user-1', conversation: { id: 'conversation-1' }, language: 'en' },
      },
    ]);
    expect((await test.desk.history(reference)).at(-1)).toMatchObject({
      type: 'passenger-notified',
      actor: 'bot',
      data: { version: 2 },
    });
  });

  it('does not tell passengers what they did themselves', async () => {
    const test = openTestDesk();
    const reference = await fileComplaint(test);
    await test.desk.carryOut('complaint', reference, reply, 'agent:li');
    await test.desk.carryOut('complaint', reference, { type: 'escalate', reason: 'No.' }, 'passenger:user-1');
    await test.runAgenda();
    expect(test.notices.map(({ news: { what } }) => what)).toEqual(['replied']);
  });

  it('tries again what could not be delivered', async () => {
    let isDown = true;
    const notify = (): Promise<void> =>
      isDown ? Promise.reject(new Error('no connection')) : Promise.resolve();
    const test = openTestDesk({ notify });
    const reference = await fileComplaint(test);
    await test.desk.carryOut('complaint', reference, reply, 'agent:li');
    await expect(test.runAgenda()).rejects.toThrow('no connection');
    isDown = false;
    await test.runAgenda();
    expect(test.notices).toHaveLength(1);
  });
});

describe('clocks across restarts', () => {
  it('does at its time what is due, and at once what fell due while the service was down', async () => {
    const test = openTestDesk();
    const reference = await fileComplaint(test);
    const claim = await test.desk.file('claim', 'c', describeClaim({ type: 'damaged', date: '2026-12-01' }));
    await test.runAgenda();
    test.clock.advance(24 * HOUR - 1);
    await test.runAgenda();
    expect(test.notices).toEqual([]);
    test.clock.advance(1);
    await test.runAgenda();
    expect(summarise(test.notices)).toEqual([[reference, { what: 'escalated', level: 2 }]]);
    // Four days later the service starts again: once up, and once reminded.
    test.clock.set('2026-12-06T00:00:00Z');
    await test.runAgenda();
    expect(summarise(test.notices.slice(1)).sort()).toEqual([
      [reference, { what: 'escalated', level: 3 }],
      [claim.case.reference, { what: 'deadline-near', name: 'damage-notice', day: '2026-12-08' }],
    ]);
  });

  it('looks at a case again when the process died right after storing a change', async () => {
    const test = openTestDesk();
    const reference = await fileComplaint(test);
    await test.runAgenda();
    const schedule = test.agenda.schedule.bind(test.agenda);
    let calls = 0;
    test.agenda.schedule = (item) => {
      calls += 1;
      return calls === 2 ? Promise.reject(new Error('killed')) : schedule(item);
    };
    const change = test.desk.carryOut('complaint', reference, { type: 'reply', text: 'Sorry.' }, 'agent:li');
    await expect(change).rejects.toThrow('killed');
    test.agenda.schedule = schedule;
    test.clock.advance(60_000);
    await test.runAgenda();
    expect(test.notices.map(({ news: { what } }) => what)).toEqual(['replied']);
  });

  it('leaves nothing in the agenda for cases that are over', async () => {
    const test = openTestDesk();
    const claim = await test.desk.file('claim', 'c', describeClaim());
    await test.desk.carryOut('claim', claim.case.reference, { type: 'close', outcome: 'Done.' }, 'agent:li');
    await test.runAgenda();
    expect(await test.agenda.takeDue(new Date('2999-01-01'), 9)).toEqual([]);
  });
});

function summarise(notices: readonly CaseNotice[]): [string, CaseNotice['news']][] {
  return notices.map(({ reference, news }) => [reference, news]);
}
