import { describe, expect, it } from '@jest/globals';
import { findTalk, listTalks } from '../../../services/desk/talks.js';
import { openFloor } from './floors.js';

describe('the talks an agent has work with', () => {
  it('are those held, then those over, the newest first', () => {
    const floor = openFloor('li', 'ann');
    for (const id of ['a', 'b', 'c', 'd']) floor.open(1, id);
    for (const minute of [2, 3, 4]) floor.take(minute, 'li');
    floor.take(5, 'ann');
    floor.act(6, { type: 'leave', conversation: 'web-a' });
    floor.act(7, { type: 'leave', conversation: 'web-b' });
    const talks = listTalks(floor.floor, 'li');
    expect(talks.map(({ handoff: { id }, ended }) => [id, ended === undefined])).toEqual([
      ['c', true],
      ['b', false],
      ['a', false],
    ]);
  });

  it('are found by whoever spoke last, and by nobody else', () => {
    const floor = openFloor('li', 'ann');
    floor.open(1, 'a');
    expect(findTalk(floor.floor, 'a', 'li')).toBeUndefined();
    floor.take(2, 'li');
    floor.act(3, { type: 'leave', conversation: 'web-a' });
    expect(findTalk(floor.floor, 'a', 'li')).toMatchObject({
      id: 'a',
      conversation: 'web-a',
      language: 'en',
    });
    expect(findTalk(floor.floor, 'a', 'ann')).toBeUndefined();
  });
});
