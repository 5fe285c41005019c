import { describe, expect, it } from '@jest/globals';
import type { FloorCommand } from '../../../services/desk/floorCommand.js';
import type { describeAgent } from './floors.js';
import { expectRefusal, openFloor, TestFloor } from './floors.js';

describe('giving back', () => {
  function openTalk(): TestFloor {
    const floor = openFloor('li', 'mo');
    floor.open(1, 'a');
    floor.take(2, 'li');
    return floor;
  }

  it('moves the lease to a person in one step', () => {
    const floor = openTalk();
    const stale = floor.show('a');
    floor.act(3, { type: 'transfer', ...stale, to: { kind: 'agent', agent: 'mo' } });
    expect(floor.describe()).toBe('a:mo');
    expect(floor.show('a').token).not.toBe(stale.token);
    expect(floor.listNotices()).toEqual(['joined a LI', 'changed a MO']);
    expectRefusal(floor, { type: 'transfer', ...stale, to: { kind: 'queue' } }, 'desk.lease-lost');
    floor.act(4, { type: 'return', ...stale, reason: 'silent' });
    expect(floor.describe()).toBe('a:mo');
  });

  it('goes to the head of the queue, to a skill, and not back to the giver', () => {
    const floor = openTalk();
    floor.act(3, { type: 'adjust', agent: 'li', change: { takesAssigned: true } });
    floor.act(4, { type: 'transfer', ...floor.show('a'), to: { kind: 'skill', skill: 'baggage' } });
    expect(floor.floor.handoffs['a']).toMatchObject({ skill: 'baggage', atHead: true, avoidedAgent: 'li' });
    expect(floor.describe()).toBe('a');
    expect(floor.listNotices()).toEqual(['joined a LI', 'returned a LI']);
    expect(floor.floor.untold[1]).toMatchObject({ reason: 'by-agent' });
    expect(floor.floor.handoffs['a']?.opened).toBe('2026-11-22T08:01:00.000Z');
  });

  it('comes back even to the giver where nobody else is there', () => {
    const floor = new TestFloor();
    floor.arrive(0, 'li', { takesAssigned: true });
    floor.open(1, 'a');
    floor.act(2, { type: 'transfer', ...floor.show('a'), to: { kind: 'queue' } });
    expect(floor.describe()).toBe('a:li');
  });

  it.each<[string, FloorCommand, string]>([
    ['one who is not there', transferTo('nobody'), 'desk.absent'],
    ['one who is away', transferTo('away'), 'desk.absent'],
    ['one without room', transferTo('full'), 'desk.full'],
  ])('is refused to %s', (_name, command, code) => {
    const floor = openTalk();
    floor.arrive(2, 'away', { status: 'away' });
    floor.arrive(2, 'full', { capacity: 1 });
    floor.open(2, 'b');
    floor.take(2, 'full');
    expectRefusal(floor, { ...command, ...floor.show('a') } as FloorCommand, code);
  });

  it('takes chats from whoever fell silent, and brings them no more', () => {
    const floor = new TestFloor();
    floor.arrive(0, 'li', { takesAssigned: true, capacity: 1 });
    for (const id of ['a', 'b']) floor.open(1, id);
    floor.act(4, { type: 'return', ...floor.show('a'), reason: 'silent' });
    expect(floor.describe()).toBe('a b');
    expect(floor.floor.agents['li']).toMatchObject({ status: 'away' });
  });

  it('returns all of an agent who is lost, to others at once or to the head', () => {
    const floor = openTalk();
    floor.open(3, 'b');
    floor.take(3, 'li');
    floor.arrive(3, 'mo', { takesAssigned: true, capacity: 1 });
    floor.act(4, { type: 'depart', agent: 'li', reason: 'disconnected', host: 'h2' });
    expect(floor.describe()).toBe('a:li b:li');
    floor.act(4, { type: 'depart', agent: 'li', reason: 'disconnected', host: 'h1' });
    expect(floor.describe()).toBe('a:mo b');
    expect(floor.listNotices().slice(2)).toEqual(['returned a LI', 'returned b LI', 'joined a MO']);
  });

  it('gives what was lost first to the agent who comes back', () => {
    const floor = openTalk();
    floor.act(3, { type: 'adjust', agent: 'mo', change: { status: 'away' } });
    floor.act(4, { type: 'depart', agent: 'li', reason: 'disconnected' });
    floor.arrive(5, 'li', { takesAssigned: true });
    expect(floor.describe()).toBe('a:li');
  });
});

describe('being assigned', () => {
  it.each<[string, (floor: TestFloor) => void, string]>([
    ['to nobody who takes no assigned ones', (floor) => floor.arrive(0, 'li'), 'a'],
    ['to nobody who does not fit', (floor) => assignable(floor, 'li', { languages: ['zh'] }), 'a'],
    [
      'to whoever has the fewest',
      (floor) => {
        assignable(floor, 'li');
        floor.open(0, 'x');
        assignable(floor, 'mo');
      },
      'a:mo x:li',
    ],
    [
      'to whoever was idle longest',
      (floor) => {
        floor.arrive(0, 'li', { takesAssigned: true });
        floor.act(0.2, { type: 'adjust', agent: 'li', change: { takesAssigned: false } });
        floor.arrive(0.1, 'mo', { takesAssigned: true });
        floor.act(0.3, { type: 'adjust', agent: 'li', change: { takesAssigned: true } });
      },
      'a:li',
    ],
  ])('goes %s', (_name, prepare, expected) => {
    const floor = new TestFloor();
    prepare(floor);
    floor.open(1, 'a');
    expect(floor.describe()).toBe(expected);
  });

  it('follows the order of the queue when room comes', () => {
    const floor = new TestFloor();
    floor.open(1, 'a');
    floor.open(2, 'b', { priority: 'assistance' });
    floor.open(3, 'c', { priority: 'emergency', language: 'zh-Hans' });
    floor.arrive(4, 'li', { takesAssigned: true, capacity: 2, languages: ['en'] });
    expect(floor.describe()).toBe('a b:li c:li');
    floor.act(5, { type: 'end', ...floor.show('b'), disposition: 'solved' });
    expect(floor.describe()).toBe('a:li c:li');
  });
});

function transferTo(agent: string): FloorCommand {
  return { type: 'transfer', handoff: '', token: '', to: { kind: 'agent', agent } };
}

function assignable(floor: TestFloor, id: string, given: Parameters<typeof describeAgent>[1] = {}): void {
  floor.arrive(0, id, { takesAssigned: true, ...given });
}
