import { describe, expect, it } from '@jest/globals';
import { EMPTY_FLOOR, type FloorAgent } from '../../../services/desk/floor.js';
import {
  chooseNext,
  countLoads,
  findAgent,
  findHandoff,
  fits,
  rankQueue,
} from '../../../services/desk/floorQueue.js';
import type { Handoff } from '../../../services/desk/handoff.js';
import { findSkill } from '../../../services/desk/topicSkills.js';
import { at, describeAgent, describeHandoff, RULES } from './floors.js';

function describeWaiting(id: string, minute: number, given: Partial<Handoff> = {}): Handoff {
  return { ...describeHandoff(id), opened: at(minute).toISOString(), atHead: false, ...given };
}

function rank(handoffs: readonly Handoff[], minute = 5): string {
  const floor = { ...EMPTY_FLOOR, handoffs: Object.fromEntries(handoffs.map((each) => [each.id, each])) };
  return rankQueue(floor, at(minute), RULES)
    .map(({ id }) => id)
    .join(' ');
}

function findPresent(given: Partial<FloorAgent> = {}): FloorAgent {
  return { ...describeAgent('li', given), idleSince: at(0).toISOString() };
}

describe('the order of service', () => {
  const first = describeWaiting('first', 0);
  it.each<[string, Handoff[], string]>([
    ['who asked first', [describeWaiting('b', 2), describeWaiting('a', 3), first], 'first b a'],
    ['the id where they asked at once', [describeWaiting('b', 2), describeWaiting('a', 2)], 'a b'],
    ['special assistance', [first, describeWaiting('help', 1, { priority: 'assistance' })], 'help first'],
    [
      'the head of the queue',
      [describeWaiting('help', 0, { priority: 'assistance' }), describeWaiting('back', 1, { atHead: true })],
      'back help',
    ],
    [
      'an emergency',
      [describeWaiting('back', 0, { atHead: true }), describeWaiting('now', 4, { priority: 'emergency' })],
      'now back',
    ],
    ['nobody who is served', [first, describeWaiting('held', 0, { lease: leaseOf('li') })], 'first'],
  ])('puts first %s', (_name, handoffs, expected) => {
    expect(rank(handoffs)).toBe(expected);
  });

  it('lifts a long wait beside special assistance, and lets it sink when the clock is put back', () => {
    const handoffs = [describeWaiting('help', 1, { priority: 'assistance' }), first];
    expect(rank(handoffs, 10)).toBe('help first');
    expect(rank(handoffs, 11)).toBe('first help');
    expect(rank(handoffs, -60)).toBe('help first');
  });
});

describe('who fits whom', () => {
  it.each<[string, Partial<FloorAgent>, Partial<Handoff>, boolean]>([
    ['a language read', { languages: ['zh'] }, { language: 'zh-Hant' }, true],
    ['a language not read', { languages: ['zh'] }, { language: 'en' }, false],
    ['a skill had', { skills: ['baggage'] }, { skill: 'baggage' }, true],
    ['a skill missing', { skills: ['flights'] }, { skill: 'baggage' }, false],
    ['a supervisor, whatever the skill', { role: 'supervisor' }, { skill: 'baggage' }, true],
    ['an emergency, whatever the language', { languages: ['zh'] }, { priority: 'emergency' }, true],
    ['one who is away', { status: 'away' }, {}, false],
    ['one without room', { capacity: 1 }, {}, false],
    ['one without room, in an emergency', { capacity: 1 }, { priority: 'emergency' }, false],
  ])('%s', (_name, agent, handoff, expected) => {
    const loads = new Map([['li', 1]]);
    expect(fits(findPresent(agent), describeWaiting('a', 0, handoff), loads)).toBe(expected);
  });

  it.each<[string, Partial<FloorAgent>, Handoff[], string | undefined]>([
    ['nobody where nobody waits', {}, [], undefined],
    [
      'the first that suits, over others before it',
      { languages: ['zh'] },
      [describeWaiting('en', 0), describeWaiting('zh', 1, { language: 'zh-Hans' })],
      'zh',
    ],
    [
      'the first of the language where no skill suits',
      { languages: ['zh'] },
      [describeWaiting('en', 0), describeWaiting('zh', 1, { language: 'zh-Hans', skill: 'flights' })],
      'zh',
    ],
    [
      'the head where no language is read',
      { languages: ['zh'] },
      [describeWaiting('a', 0), describeWaiting('b', 1)],
      'a',
    ],
    [
      'another one than was just given back',
      {},
      [describeWaiting('a', 0, { atHead: true, avoidedAgent: 'li' }), describeWaiting('b', 1)],
      'b',
    ],
    ['that one, where there is no other', {}, [describeWaiting('a', 0, { avoidedAgent: 'li' })], 'a'],
    [
      'an emergency, also one given back',
      {},
      [describeWaiting('a', 0, { priority: 'emergency', avoidedAgent: 'li' }), describeWaiting('b', 1)],
      'a',
    ],
  ])('the next is %s', (_name, agent, queue, expected) => {
    expect(chooseNext(queue, findPresent(agent))?.id).toBe(expected);
  });

  it('knows nothing by the names every object has', () => {
    expect(findHandoff(EMPTY_FLOOR, 'constructor')).toBeUndefined();
    expect(findAgent(EMPTY_FLOOR, '__proto__')).toBeUndefined();
    expect(countLoads(EMPTY_FLOOR).size).toBe(0);
  });

  it.each([
    ['dialog:baggage-claim-status', 'baggage'],
    ['faq:baggage.carry-on-size', 'baggage'],
    ['faq:disruption.delay', 'flights'],
    ['dialog:flight-status', 'flights'],
    ['dialog:complaint', 'complaints'],
    ['dialog:special-assistance', 'assistance'],
    ['faq:change.fee', 'booking'],
    ['faq:membership.points', undefined],
    ['handoff', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('%p asks for the skill %p', (topic, skill) => {
    expect(findSkill(topic)).toBe(skill);
  });
});

function leaseOf(agent: string): NonNullable<Handoff['lease']> {
  return { agent, token: 't', since: at(0).toISOString() };
}
