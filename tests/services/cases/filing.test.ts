import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CASE_KINDS, type CaseKind, type CaseTypes } from '../../../services/cases/caseKinds.js';
import type { EventLog } from '../../../services/eventLog.js';
import { MemoryEventLog } from '../../contracts/memoryEventLog.js';
import {
  describeAssistance,
  describeClaim,
  describeComplaint,
  describeMessage,
  openTestDesk,
  DAY,
  type TestDesk,
} from './desk.js';

const describeKind: { [K in CaseKind]: (name?: string) => CaseTypes[K]['input'] } = {
  claim: (name = 'ZHANG/WEI') => describeClaim({ name }),
  complaint: (name = 'Li Na') => describeComplaint({ name }),
  assistance: (name = 'Wang Fang') => describeAssistance({ name }),
  message: (name = 'Chen Jie') => describeMessage({ name }),
};

const FORM = {
  claim: /^PEKRE\d{5}$/,
  complaint: /^C-20261201-[A-HJ-NP-Z2-9]{5}$/,
  assistance: /^A-20261201-[A-HJ-NP-Z2-9]{5}$/,
  message: /^M-20261201-[A-HJ-NP-Z2-9]{5}$/,
};

async function countCases(log: EventLog): Promise<number> {
  let count = 0;
  for (const kind of CASE_KINDS) for await (const stream of log.list(kind)) count += stream === '' ? 0 : 1;
  return count;
}

describe.each(CASE_KINDS)('filing a %s', (kind) => {
  const file = (test: TestDesk, key: string, name?: string) =>
    test.desk.file(kind, key, describeKind[kind](name));

  it('gives a reference of the form passengers are told', async () => {
    const { outcome, case: filed } = await file(openTestDesk(), 'key-1');
    expect(outcome).toBe('filed');
    expect(filed).toMatchObject({ kind, version: 1, open: true });
    expect(filed.reference).toMatch(FORM[kind]);
  });

  it('files once under one key, also after midnight and at the same time', async () => {
    const test = openTestDesk({ now: '2026-12-01T15:59:00Z' });
    const first = await Promise.all([1, 2, 3].map(() => file(test, 'key-1')));
    test.clock.advance(120_000);
    const again = await file(test, 'key-1');
    expect(new Set([...first, again].map(({ case: { reference } }) => reference)).size).toBe(1);
    expect(first.filter(({ outcome }) => outcome === 'filed')).toHaveLength(1);
    expect(again.outcome).toBe('known');
    expect(await countCases(test.eventLog)).toBe(1);
  });

  it('takes the same content under another key for the same while it is open', async () => {
    const test = openTestDesk();
    const [first, second] = await Promise.all([file(test, 'tab-1'), file(test, 'tab-2')]);
    expect(second.case.reference).toBe(first.case.reference);
    expect([first.outcome, second.outcome].sort()).toEqual(['filed', 'known']);
  });

  it('names the agent who files it for the passenger, who is told of it once', async () => {
    const test = openTestDesk();
    const filed = await test.desk.file(kind, 'key-1', describeKind[kind](), 'agent:li');
    await test.runAgenda();
    const again = await test.desk.file(kind, 'key-1', describeKind[kind](), 'agent:li');
    await test.runAgenda();
    expect(again).toMatchObject({ outcome: 'known', case: { reference: filed.case.reference } });
    const history = await test.desk.history(filed.case.reference);
    expect(history.map(({ actor }) => actor)).toEqual(['agent:li', 'bot']);
    expect(test.notices).toMatchObject([{ kind, news: { what: 'filed' }, filer: { id: 'user-1' } }]);
  });

  it('tells passengers nothing of what they filed themselves', async () => {
    const test = openTestDesk();
    await file(test, 'key-1');
    await file(test, 'key-1');
    await test.runAgenda();
    expect(test.notices).toEqual([]);
  });

  it('keeps cases of two keys and contents apart', async () => {
    const test = openTestDesk();
    const first = await file(test, 'key-1', 'Zhang San');
    const second = await test.desk.file(kind, 'key-2', {
      ...describeKind[kind]('Li Si'),
      filer: { id: 'user-2', conversation: null, language: 'en' },
    });
    expect(second.outcome).toBe('filed');
    expect(second.case.reference).not.toBe(first.case.reference);
  });

  it('refuses details that are not of their form', async () => {
    const details = { ...describeKind[kind](), contact: {} };
    await expect(openTestDesk().desk.file(kind, 'key', details)).rejects.toMatchObject({
      code: 'case.invalid',
    });
  });

  it('files exactly once wherever it is cut off and whoever carries it on', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            key: fc.constantFrom('a', 'b'),
            writes: fc.integer({ min: 0, max: 3 }),
            wait: fc.integer({ min: 0, max: DAY / 2 }),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        async (tries) => {
          const eventLog = new MemoryEventLog();
          const acknowledged = new Set<string>();
          let now = Date.parse('2026-12-01T02:00:00Z');
          for (const { key, writes, wait } of tries) {
            const test = openTestDesk({
              now: new Date(now).toISOString(),
              eventLog: failAfter(eventLog, writes),
            });
            await file(test, key).then(
              ({ case: { reference } }) => acknowledged.add(reference),
              (error: unknown) => expect(error).toEqual(new Error('killed')),
            );
            now += wait;
          }
          acknowledged.add(
            (await file(openTestDesk({ now: new Date(now).toISOString(), eventLog }), 'a')).case.reference,
          );
          expect(acknowledged.size).toBe(1);
          expect(await countCases(eventLog)).toBe(1);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

/** A log that dies with its process after some appends. */
function failAfter(log: EventLog, appends: number): EventLog {
  let left = appends;
  return {
    append: (...args) => ((left -= 1) < 0 ? Promise.reject(new Error('killed')) : log.append(...args)),
    read: (stream, after) => log.read(stream, after),
    readLast: (stream, count) => log.readLast(stream, count),
    list: (name) => log.list(name),
    subscribe: (listener) => log.subscribe(listener),
  };
}

describe('filing a claim', () => {
  it('takes the bag for the same whoever of the conversation reports it, and lets another passenger report theirs', async () => {
    const test = openTestDesk();
    const first = await test.desk.file('claim', 'a', describeClaim());
    const sameUser = await test.desk.file('claim', 'b', describeClaim({ name: 'Zhang W.' }));
    const other = await test.desk.file(
      'claim',
      'c',
      describeClaim({ name: 'Sun Li', filer: { id: 'user-9', conversation: null, language: 'en' } }),
    );
    expect(sameUser.case.reference).toBe(first.case.reference);
    expect(other.outcome).toBe('filed');
  });

  it('takes the same bag again once the first claim is closed', async () => {
    const test = openTestDesk();
    const first = await test.desk.file('claim', 'a', describeClaim());
    await test.desk.carryOut(
      'claim',
      first.case.reference,
      { type: 'close', outcome: 'Delivered.' },
      'agent:li',
    );
    const again = await test.desk.file('claim', 'b', describeClaim());
    expect(again.outcome).toBe('filed');
    expect((await test.desk.file('claim', 'a', describeClaim())).case.reference).toBe(first.case.reference);
  });

  it('gives each of many claims of a station a reference of its own', async () => {
    const test = openTestDesk();
    const numbers = Array.from({ length: 1500 }, (_, index) => String(index).padStart(6, '0'));
    const references = new Set<string>();
    for (const number of numbers) {
      const filed = await test.desk.file('claim', `key-${number}`, describeClaim({ tags: [`RE${number}`] }));
      references.add(filed.case.reference);
    }
    expect(references.size).toBe(numbers.length);
  });
});

describe('filing a complaint', () => {
  it('finds its case again when the answers were changed just after midnight', async () => {
    const test = openTestDesk({ now: '2026-12-01T15:59:00Z' });
    const first = await test.desk.file('complaint', 'key', describeComplaint());
    test.clock.advance(120_000);
    const again = await test.desk.file(
      'complaint',
      'key',
      describeComplaint({ wish: 'A refund.', text: 'Changed.' }),
    );
    expect(again).toMatchObject({ outcome: 'known', case: { reference: first.case.reference } });
  });
});
