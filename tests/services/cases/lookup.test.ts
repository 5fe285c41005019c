import { describe, expect, it } from '@jest/globals';
import { matchesName, normaliseName } from '../../../services/cases/personNames.js';
import { deriveReference, readReference } from '../../../services/cases/references.js';
import { describeClaim, HOUR, openTestDesk, type TestDesk } from './desk.js';

describe('names', () => {
  it.each([
    ['ZHANG/WEI', 'zhang'],
    ['ZHANG/WEI', 'Zhang Wei'],
    ['ZHANG/WEI', 'wei zhang'],
    ['ZHANG/WEI MR', 'ＺＨＡＮＧ'],
    ['ZHANG/WEI', '张'],
    ['ZHANG/WEI', '张伟'],
    ['ZHANG/XIAOMING', 'Zhang Xiao Ming'],
    ['ZHANG/XIAOMING', '張小明'],
    ['Zhang Wei', 'ZHANG'],
    ['Wei Zhang', 'ZHANG'],
    ['张伟', '张'],
    ['張偉', '张 伟'],
    ['张伟', 'Zhang'],
    ['张小明', 'ZHANG/XIAOMING'],
    ['欧阳娜', '歐陽'],
    ['欧阳娜', 'Ouyang'],
    ['单雄信', 'Shan'],
    ['吕布', 'LYU'],
    ['LU/BU', '吕'],
    ['Müller, Jürgen', 'muller'],
    ['VAN DER BERG/ANNA', 'van der berg'],
    ['Anna van der Berg', 'Van Der Berg'],
    ["O'BRIEN/PAT", 'o brien'],
  ])('%s is found by %s', (filed, asked) => {
    expect(matchesName(filed, asked)).toBe(true);
  });

  it.each([
    ['ZHANG/WEI', 'wei'],
    ['ZHANG/WEI', 'zhan'],
    ['ZHANG/WEI', ''],
    ['ZHANG/WEI', '/'],
    ['ZHANG/WEI', '李'],
    ['张伟', '章'],
    ['张伟', '伟'],
    ['张伟', 'Wei'],
    ['张伟', ' '],
    ['张伟', '张伟国'],
    ['Li Na', 'L'],
  ])('%s is not found by %s', (filed, asked) => {
    expect(matchesName(filed, asked)).toBe(false);
  });

  it('are the same in either order and script of China', () => {
    expect(normaliseName('ZHANG/WEI')).toBe(normaliseName('wei  zhang'));
    expect(normaliseName('張偉')).toBe(normaliseName('张 伟'));
  });
});

describe('references', () => {
  it.each([
    ['pekre12345', 'claim', 'PEKRE12345'],
    [' ＰＥＫ RE 12345 ', 'claim', 'PEKRE12345'],
    ['GYDJ212345', 'claim', 'GYDJ212345'],
    ['c-20261201-abcde', 'complaint', 'C-20261201-ABCDE'],
    ['C–20261201–ABCDE', 'complaint', 'C-20261201-ABCDE'],
    ['A-20261201-ABCDE', 'assistance', 'A-20261201-ABCDE'],
  ])('%s is read', (text, kind, reference) => {
    expect(readReference(text)).toEqual({ kind, reference });
  });

  it.each(['', 'PEKRE1234', 'C-20261201-ABCD1', 'C-20261201-ABCDO', '../PEKRE12345', 'PEKRE12345/x'])(
    '%j is none',
    (text) => expect(readReference(text)).toBeUndefined(),
  );

  it('follow from the filing key, differ by attempt, and are of their form', () => {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      for (const [kind, place] of [
        ['claim', 'PEK'],
        ['complaint', '2026-12-01'],
      ] as const) {
        const reference = deriveReference(kind, 'key', place, attempt);
        expect(readReference(reference)).toEqual({ kind, reference });
        expect(deriveReference(kind, 'key', place, attempt)).toBe(reference);
      }
    }
  });
});

describe('looking a case up', () => {
  async function fileOne(): Promise<TestDesk & { reference: string }> {
    const test = openTestDesk();
    const { case: filed } = await test.desk.file('claim', 'a', describeClaim());
    return { ...test, reference: filed.reference };
  }
  const wrong = { reference: 'PEKRE00000', familyName: 'Zhang', askedBy: 'mallory' };

  it('answers a wrong reference and a wrong name alike', async () => {
    const { desk, reference } = await fileOne();
    const answers = await Promise.all([
      desk.findByReferenceAndName({ reference, familyName: 'Li', askedBy: 'a' }),
      desk.findByReferenceAndName({ ...wrong, askedBy: 'b' }),
      desk.findByReferenceAndName({ reference: 'nonsense', familyName: 'Zhang', askedBy: 'c' }),
    ]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"outcome":"no-match"}']),
    );
  });

  it('lets the right pair in as often as it is asked, up to a point', async () => {
    const { desk, reference } = await fileOne();
    const right = { reference, familyName: '张', askedBy: 'zhang' };
    for (let time = 0; time < 30; time += 1) {
      expect(await desk.findByReferenceAndName(right)).toMatchObject({
        outcome: 'found',
        case: { reference },
      });
    }
    expect(await desk.findByReferenceAndName(right)).toMatchObject({ outcome: 'too-many-tries' });
  });

  it('takes five wrong tries an hour, also at the same time and after a restart', async () => {
    const test = await fileOne();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => test.desk.findByReferenceAndName(wrong)),
    );
    expect(answers.filter(({ outcome }) => outcome === 'no-match')).toHaveLength(5);
    const reopened = openTestDesk({ eventLog: test.eventLog });
    const right = { reference: test.reference, familyName: 'Zhang', askedBy: 'mallory' };
    expect(await reopened.desk.findByReferenceAndName(right)).toEqual({
      outcome: 'too-many-tries',
      retryAt: new Date(test.clock.now().getTime() + HOUR),
    });
    expect(await reopened.desk.findByReferenceAndName({ ...right, askedBy: 'zhang' })).toMatchObject({
      outcome: 'found',
    });
    reopened.clock.advance(HOUR);
    expect(await reopened.desk.findByReferenceAndName(right)).toMatchObject({ outcome: 'found' });
  });

  it('does not forget failures over successes in between', async () => {
    const { desk, reference } = await fileOne();
    const outcomes: string[] = [];
    for (let time = 0; time < 20; time += 1) {
      outcomes.push((await desk.findByReferenceAndName(wrong)).outcome);
      await desk.findByReferenceAndName({ reference, familyName: 'Zhang', askedBy: 'mallory' });
    }
    expect(outcomes.filter((outcome) => outcome === 'no-match')).toHaveLength(5);
  });

  it('stops guesses at one reference from ever new conversations', async () => {
    const { desk, reference } = await fileOne();
    const outcomes: string[] = [];
    for (let time = 0; time < 30; time += 1) {
      const guess = { reference, familyName: `Name${String(time)}`, askedBy: `conversation-${String(time)}` };
      outcomes.push((await desk.findByReferenceAndName(guess)).outcome);
    }
    expect(outcomes.filter((outcome) => outcome === 'no-match')).toHaveLength(20);
  });
});
