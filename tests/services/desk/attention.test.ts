import { describe, expect, it } from '@jest/globals';
import * as attention from '../../../services/desk/attention.js';
import { at, TestFloor } from './floors.js';

const LIMITS = { graceMs: 20_000, silenceMs: 180_000 };

/** Li on this host holds `a`, Mo on another one holds `b`, both since minute 2. */
function openTalks(): TestFloor {
  const floor = new TestFloor();
  floor.arrive(0, 'li', { host: 'here' });
  floor.arrive(0, 'mo', { host: 'there' });
  for (const id of ['a', 'b']) floor.open(1, id);
  floor.take(2, 'li');
  floor.take(2, 'mo');
  return floor;
}

type Step = (known: attention.Attention, token: string) => attention.Attention;

function listOverdue(minute: number, ...steps: Step[]): string[] {
  const floor = openTalks();
  const { token } = floor.show('a');
  const connected = attention.noteConnected(attention.beginAttention(at(0)), 'li', at(0));
  const known = steps.reduce((each, step) => step(each, token), connected);
  return attention
    .findOverdue(known, floor.floor, 'here', at(minute), LIMITS)
    .map((command) => (command.type === 'return' ? `return ${command.handoff}` : command.type));
}

const read =
  (position: number): Step =>
  (known, token) =>
    attention.noteRead(known, token, position);
const said =
  (position: number, minute: number): Step =>
  (known, token) =>
    attention.noteSaid(known, token, position, at(minute));

describe('what an agent leaves unseen', () => {
  it.each<[string, number, Step[], string[]]>([
    ['a chat just taken and not opened', 4.9, [], []],
    ['a chat taken and never opened', 5.1, [], ['return a']],
    ['a chat in which nothing was said since it was opened', 500, [read(0)], []],
    ['something said and unread too long', 7.1, [read(0), said(1, 4)], ['return a']],
    ['something said a moment ago', 6.9, [read(0), said(1, 4)], []],
    ['something read and not answered', 500, [read(0), said(1, 4), read(1)], []],
    ['the later of two, the first one read', 7.1, [read(0), said(1, 3), said(2, 5), read(1)], []],
    ['the later of two, too long', 8.1, [read(0), said(1, 3), said(2, 5), read(1)], ['return a']],
    ['something read before it was noted as said', 500, [read(1), said(1, 4)], []],
    [
      'something the agent answered',
      500,
      [said(1, 3), (known, token) => attention.noteAnswered(known, token, 2)],
      [],
    ],
    ['a reading that comes late', 500, [read(2), read(0), said(2, 4)], []],
  ])('%s', (_name, minute, steps, expected) => {
    expect(listOverdue(minute, ...steps)).toEqual(expected);
  });

  it('remembers the first of many, however many', () => {
    const flood = Array.from({ length: 200 }, (_, index) => said(index + 1, 3 + index / 100));
    expect(listOverdue(6.1, read(0), ...flood)).toEqual(['return a']);
    expect(listOverdue(500, read(0), ...flood, read(200))).toEqual([]);
  });

  it('starts anew with the next lease, and after a restart', () => {
    const floor = openTalks();
    const stale = floor.show('a').token;
    let known = attention.noteRead(attention.beginAttention(at(0)), stale, 9);
    known = attention.noteConnected(known, 'li', at(0));
    floor.act(10, { type: 'transfer', ...floor.show('a'), to: { kind: 'queue' } });
    floor.take(10, 'li');
    const find = (minute: number, of = known) =>
      attention.findOverdue(of, floor.floor, 'here', at(minute), LIMITS).length;
    expect([find(12.9), find(13.1)]).toEqual([0, 1]);
    known = attention.forgetGone(known, floor.floor);
    expect(known.chats.size).toBe(0);
    const restarted = attention.noteConnected(attention.beginAttention(at(60)), 'li', at(60));
    expect([find(62.9, restarted), find(63.1, restarted)]).toEqual([0, 1]);
  });

  it('does not return a chat just taken because the clock was put back', () => {
    const floor = openTalks();
    const known = attention.noteConnected(attention.beginAttention(at(600)), 'li', at(600));
    expect(attention.findOverdue(known, floor.floor, 'here', at(3), LIMITS)).toEqual([]);
  });
});

describe('an agent whose connection is lost', () => {
  const gone: Step = (known) => attention.noteDisconnected(known, 'li', at(3));
  it.each<[string, number, Step[], string[]]>([
    ['may come back in time', 3.2, [gone], []],
    ['departs after that', 3.4, [gone], ['depart']],
    ['stays who came back', 4, [gone, (known) => attention.noteConnected(known, 'li', at(3.2))], []],
    [
      'is not granted more time by being lost again',
      3.4,
      [gone, (k) => attention.noteDisconnected(k, 'li', at(3.3))],
      ['depart'],
    ],
    ['departs also when the clock was put back', -60, [gone], ['depart']],
  ])('%s', (_name, minute, steps, expected) => {
    expect(listOverdue(minute, read(0), ...steps)).toEqual(expected);
  });

  it('is somebody else’s business on another host', () => {
    const floor = openTalks();
    const known = attention.beginAttention(at(0));
    const commands = attention.findOverdue(known, floor.floor, 'there', at(1), LIMITS);
    expect(commands).toEqual([{ type: 'depart', agent: 'mo', reason: 'disconnected', host: 'there' }]);
  });
});
