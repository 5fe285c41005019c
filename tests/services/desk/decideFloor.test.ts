import { describe, expect, it } from '@jest/globals';
import type { FloorCommand } from '../../../services/desk/floorCommand.js';
import type { TestFloor } from './floors.js';
import { describeAgent, expectRefusal, openFloor } from './floors.js';

const DAY = 24 * 60;

describe('asking for a person', () => {
  it('keeps one place, however often the passenger asks', () => {
    const floor = openFloor();
    floor.open(1, 'a', { conversation: 'c' });
    floor.open(2, 'b', { conversation: 'c' });
    expect(floor.describe()).toBe('a');
  });

  it('becomes more urgent and never less, and follows the language', () => {
    const floor = openFloor();
    floor.open(1, 'a', { conversation: 'c' });
    floor.open(2, 'b', { conversation: 'c', priority: 'emergency', language: 'zh-Hans' });
    floor.open(3, 'd', { conversation: 'c', language: 'zh-Hans' });
    expect(floor.floor.handoffs).toMatchObject({ a: { priority: 'emergency', language: 'zh-Hans' } });
  });

  it('reaches the agent of earlier this day at once, also one who is assigned nothing', () => {
    const floor = openFloor('li', 'mo');
    talk(floor, 'li');
    floor.open(5, 'b', { conversation: 'web-a' });
    expect(floor.describe()).toBe('b:li');
  });

  it.each<[string, (floor: TestFloor) => void]>([
    ['is off duty', (floor) => floor.act(3, { type: 'depart', agent: 'li', reason: 'signed-out' })],
    ['is away', (floor) => floor.act(3, { type: 'adjust', agent: 'li', change: { status: 'away' } })],
    [
      'has no room',
      (floor) => {
        floor.act(3, { type: 'adjust', agent: 'li', change: { capacity: 1 } });
        floor.open(3, 'x');
        floor.take(3, 'li');
      },
    ],
  ])('waits at the head where that agent %s', (_name, hinder) => {
    const floor = openFloor('li');
    talk(floor, 'li');
    hinder(floor);
    floor.open(5, 'b', { conversation: 'web-a' });
    expect(floor.floor.handoffs['b']).toMatchObject({ atHead: true, preferredAgent: 'li' });
    expect(floor.floor.handoffs['b']).not.toHaveProperty('lease');
  });

  it('begins anew a day later', () => {
    const floor = openFloor('li');
    talk(floor, 'li');
    floor.open(4 + DAY, 'b', { conversation: 'web-a' });
    expect(floor.floor.handoffs['b']).toMatchObject({ atHead: false });
    expect(floor.floor.handoffs['b']).not.toHaveProperty('preferredAgent');
    expect(floor.floor.lastTalks).toEqual({});
  });

  it('ends silently when the passenger leaves, from the queue or from the talk', () => {
    const floor = openFloor('li');
    floor.open(1, 'a');
    floor.open(1, 'b');
    floor.take(2, 'li');
    for (const id of ['a', 'b', 'a']) floor.act(3, { type: 'leave', conversation: `web-${id}` });
    expect([floor.describe(), floor.listNotices()]).toEqual(['', []]);
  });
});

describe('taking', () => {
  it('gives one lease, tells the passenger, and counts the take', () => {
    const floor = openFloor('li');
    floor.open(1, 'a');
    floor.take(4, 'li');
    expect(floor.describe()).toBe('a:li');
    expect(floor.listNotices()).toEqual(['joined a LI']);
    expect(floor.floor.takes.map(({ waitedMs }) => waitedMs)).toEqual([180_000]);
  });

  it('counts the wait from the return of a chat that came back', () => {
    const floor = openFloor('li', 'mo');
    floor.open(1, 'a');
    floor.take(2, 'li');
    floor.act(30, { type: 'depart', agent: 'li', reason: 'disconnected' });
    floor.take(31, 'mo');
    expect(floor.floor.takes.map(({ waitedMs }) => waitedMs)).toEqual([60_000, 60_000]);
  });

  it.each<[string, FloorCommand, string]>([
    ['nobody waits', { type: 'take', agent: 'mo' }, 'desk.queue-empty'],
    ['the agent has no room', { type: 'take', agent: 'full' }, 'desk.full'],
    ['the agent is not on duty', { type: 'take', agent: 'nobody' }, 'desk.absent'],
    ['an agent names a chat', { type: 'take', agent: 'mo', handoff: 'a' }, 'desk.forbidden'],
    ['a supervisor names one that is held', { type: 'take', agent: 'boss', handoff: 'a' }, 'desk.taken'],
    ['there is no such chat', { type: 'take', agent: 'boss', handoff: 'constructor' }, 'desk.unknown'],
    ['an agent takes over', { type: 'take-over', agent: 'mo', handoff: 'a' }, 'desk.forbidden'],
    ['a supervisor without room takes over', { type: 'take-over', agent: 'busy', handoff: 'a' }, 'desk.full'],
    ['what is taken over is not open', { type: 'take-over', agent: 'boss', handoff: 'x' }, 'desk.unknown'],
  ])('is refused where %s', (_name, command, code) => {
    const floor = openFloor('mo');
    floor.arrive(0, 'full', { capacity: 1 });
    floor.arrive(0, 'boss', { role: 'supervisor' });
    floor.arrive(0, 'busy', { role: 'supervisor', capacity: 1 });
    for (const id of ['a', 'b']) floor.open(1, id);
    floor.take(2, 'full');
    floor.take(2, 'busy');
    expectRefusal(floor, command, code);
  });

  it('lets a supervisor name one, and take one over', () => {
    const floor = openFloor('li');
    floor.arrive(0, 'boss', { role: 'supervisor' });
    for (const id of ['a', 'b']) floor.open(1, id);
    floor.take(2, 'boss', 'b');
    floor.take(2, 'li');
    const stale = floor.show('a');
    floor.act(3, { type: 'take-over', agent: 'boss', handoff: 'a' });
    floor.act(3, { type: 'take-over', agent: 'boss', handoff: 'a' });
    expect(floor.describe()).toBe('a:boss b:boss');
    expect(floor.listNotices()).toEqual(['joined b BOSS', 'joined a LI', 'changed a BOSS']);
    expectRefusal(floor, { type: 'end', ...stale, disposition: 'solved' }, 'desk.lease-lost');
  });

  it('is possible while away, for whoever asks', () => {
    const floor = openFloor('li');
    floor.act(0, { type: 'adjust', agent: 'li', change: { status: 'away' } });
    floor.open(1, 'a');
    floor.take(2, 'li');
    expect(floor.describe()).toBe('a:li');
  });
});

describe('coming, changing, ending', () => {
  it('keeps the chats of an agent who comes back on another host, with less room', () => {
    const floor = openFloor('li');
    for (const id of ['a', 'b']) floor.open(1, id);
    for (let count = 0; count < 2; count += 1) floor.take(2, 'li');
    floor.arrive(3, 'li', { host: 'h2', capacity: 1 });
    expect(floor.describe()).toBe('a:li b:li');
    expect(floor.floor.agents['li']).toMatchObject({ host: 'h2', capacity: 2 });
    const { count } = floor.floor;
    floor.act(4, { type: 'arrive', agent: describeAgent('li', { host: 'h2', capacity: 1 }) });
    expect(floor.floor.count).toBe(count);
    expectRefusal(floor, { type: 'adjust', agent: 'li', change: { capacity: 1 } }, 'desk.full');
  });

  it('tells of the end once, until it is told', () => {
    const floor = openFloor('li');
    talk(floor, 'li');
    expect(floor.listNotices()).toEqual(['joined a LI', 'ended a LI']);
    const ids = floor.floor.untold.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    for (const notice of [...ids, ...ids]) floor.act(4, { type: 'told', notice });
    expect(floor.listNotices()).toEqual([]);
    expectRefusal(
      floor,
      { type: 'end', handoff: 'a', token: 't1', disposition: 'solved' },
      'desk.lease-lost',
    );
  });

  it('forgets takes after an hour, and what a clock ahead of its time dated', () => {
    const floor = openFloor('li');
    talk(floor, 'li');
    floor.open(500 * DAY, 'b');
    floor.take(500 * DAY, 'li');
    expect(floor.floor.takes).toHaveLength(1);
    floor.open(4, 'c');
    expect(floor.floor.takes).toEqual([]);
  });
});

function talk(floor: TestFloor, agent: string): void {
  floor.open(1, 'a');
  floor.take(2, agent);
  floor.act(3, { type: 'end', ...floor.show('a'), disposition: 'solved' });
}
