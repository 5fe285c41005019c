import { describe, expect, it } from '@jest/globals';
import { EMPTY_FLOOR, type Floor } from '../../../services/desk/floor.js';
import { describeStanding, estimateWait } from '../../../services/desk/standing.js';
import { at, MINUTE_MS, RULES, TestFloor } from './floors.js';

/** Takes at these minutes, each after a wait of so many minutes. */
function floorWithTakes(...takes: [minute: number, waited: number][]): Floor {
  return {
    ...EMPTY_FLOOR,
    takes: takes.map(([minute, waited]) => ({ at: at(minute).toISOString(), waitedMs: waited * MINUTE_MS })),
  };
}

describe('the expected wait', () => {
  it.each<[string, [number, number][], number, number, number | undefined]>([
    [
      'unknown with two takes',
      [
        [0, 9],
        [4, 9],
      ],
      1,
      8,
      undefined,
    ],
    [
      'one interval, for the next',
      [
        [0, 9],
        [4, 9],
        [8, 9],
      ],
      1,
      8,
      4,
    ],
    [
      'as many intervals as places',
      [
        [0, 9],
        [4, 9],
        [8, 9],
      ],
      3,
      8,
      12,
    ],
    [
      'more where nothing moved since',
      [
        [0, 99],
        [4, 99],
        [8, 99],
      ],
      1,
      20,
      10,
    ],
    [
      'no more than others waited',
      [
        [0, 1],
        [20, 1],
        [40, 1],
      ],
      1,
      40,
      1,
    ],
    [
      'a minute at least',
      [
        [8, 0],
        [8, 0],
        [8, 0],
      ],
      1,
      8,
      1,
    ],
    [
      'unknown where the takes are of more than an hour ago',
      [
        [0, 9],
        [1, 9],
        [30, 9],
      ],
      1,
      62,
      undefined,
    ],
    [
      'still a number where the clock was put back',
      [
        [0, 9],
        [4, 9],
        [8, 9],
      ],
      1,
      -10,
      1,
    ],
  ])('is %s', (_name, takes, position, minute, expected) => {
    expect(estimateWait(floorWithTakes(...takes), position, at(minute))).toBe(expected);
  });

  it('is no less than what the longest of those who wait has waited by now', () => {
    const floor = new TestFloor();
    floor.open(20, 'a');
    const { handoffs } = floor.floor;
    const takes = floorWithTakes([0, 1], [20, 1], [40, 1]);
    expect(estimateWait({ ...takes, handoffs }, 1, at(40))).toBe(20);
  });
});

describe('where a passenger stands', () => {
  function stand(floor: TestFloor, conversation: string): unknown {
    return describeStanding(floor.floor, conversation, at(9), RULES);
  }

  it('says the place, who speaks, and how the desk is staffed', () => {
    const floor = new TestFloor();
    floor.open(1, 'a');
    floor.open(2, 'b');
    expect(stand(floor, 'web-b')).toEqual({ kind: 'waiting', handoff: 'b', position: 2, staffing: 'none' });
    floor.arrive(3, 'li', { capacity: 1 });
    expect(stand(floor, 'web-b')).toMatchObject({ position: 2, staffing: 'free' });
    floor.take(4, 'li');
    expect(stand(floor, 'web-a')).toEqual({ kind: 'held', handoff: 'a', agentName: 'LI' });
    expect(stand(floor, 'web-b')).toMatchObject({ position: 1, staffing: 'busy' });
    expect(stand(floor, 'web-x')).toEqual({ kind: 'none', staffing: 'busy' });
    floor.act(5, { type: 'adjust', agent: 'li', change: { status: 'away' } });
    expect(stand(floor, 'web-x')).toEqual({ kind: 'none', staffing: 'none' });
  });
});
