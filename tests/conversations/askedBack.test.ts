import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Candidate, Understanding } from '../../faq/understanding/route.js';
import { MemoryEventLog } from '../contracts/memoryEventLog.js';
import { openCaseDesk } from './openCaseDesk.js';
import { SettableClock } from './settableClock.js';
import { Talk } from './talk.js';
import { createTestDesk } from './testDesk.js';

const CANDIDATES: Candidate[] = [
  { route: 'faq:restricted.power-banks', score: 0.5 },
  { route: 'dialog:baggage-claim', score: 0.3 },
  { route: 'faq:baggage.carry-on-size', score: 0.2 },
];

/** The real understanding, but for words that can mean two things. */
let understanding: Understanding;
let talk: Talk;

beforeAll(async () => {
  const desk = await createTestDesk(
    new SettableClock(new Date('2026-11-22T10:00:00Z')),
    new MemoryEventLog(),
  );
  understanding = {
    route: (text, context) => {
      const understood = desk.understanding.route(text, context);
      if (!/充电宝|charger/.test(text)) return understood;
      return { ...understood, route: 'clarify', score: 0.97, candidates: CANDIDATES };
    },
  };
});

async function start(...words: string[]): Promise<void> {
  talk = await Talk.start({ equip: (ground) => ({ cases: openCaseDesk(ground), understanding }) });
  for (const each of words) await talk.say(each);
}

describe.each([
  ['a choice', ['行李出了问题'], '行李出了什么问题'],
  ['a flight number', ['行李没到'], '您到达时坐的是哪个航班'],
  ['a name', ['行李没到', 'MU5137', '昨天', '浦东'], '旅客姓名'],
  ["the passenger's own words", ['行李没到', 'MU5137', '昨天', '浦东', '张伟', '跳过'], '行李是什么样子的'],
])('a question with two meanings where %s was asked for', (_what, before, question) => {
  beforeEach(() => start(...before));

  it('is asked back beside the question', async () => {
    const [said, ...more] = await talk.say('能带充电宝吗');
    expect(more).toEqual([]);
    expect(said!.route).toBe('clarify');
    expect(said!.text).toContain(question);
    // The form that is open already is nothing to choose.
    expect(said!.offers).toHaveLength(3);
  });

  it.each(['第一个', '1', '选第一个'])('is answered on %s, and the question put again', async (choice) => {
    await talk.say('能带充电宝吗');
    const [answer, again] = await talk.say(choice);
    expect(answer!.route).toBe('faq:restricted.power-banks');
    expect(again!.text).toContain(question);
  });

  it.each(['都不是', '以上都不是', 'none of these'])('is let go of on %s', async (none) => {
    await talk.say('能带充电宝吗');
    const said = await talk.say(none);
    expect(said.at(-1)!.route).toBe('dialog:baggage-claim');
    expect(said.at(-1)!.offers.length).toBeGreaterThan(1);
  });
});

describe('an answer given instead', () => {
  it('is taken', async () => {
    await start('my bag from MU5137 to Pudong never arrived yesterday');
    await talk.say('can I bring a charger?');
    expect((await talk.say('John Smith'))[0]!.text).toContain('bag tag');
  });
});

describe('outside of any form', () => {
  it.each([
    ['the third one', 'faq:baggage.carry-on-size'],
    ['none of them', 'clarify'],
  ])('%s is understood too', async (choice, route) => {
    await start('can I bring a charger?');
    const [first] = await talk.say(choice);
    expect(first!.route).toBe(route);
  });
});
