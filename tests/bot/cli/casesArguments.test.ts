import { describe, expect, it } from '@jest/globals';
import { readArguments } from '../../../bot/cli/casesArguments.js';

describe("the cases command's arguments", () => {
  it.each([
    [['list'], { command: { do: 'list', open: false }, json: false }],
    [
      ['list', '--kind', 'claim', '--open', '--json'],
      { command: { do: 'list', kind: 'claim', open: true }, json: true },
    ],
    [['show', 'PEKRE12345'], { command: { do: 'show', reference: 'PEKRE12345' }, json: false }],
    [['verify'], { command: { do: 'verify' }, json: false }],
    [['verify', 'PEKRE12345'], { command: { do: 'verify', reference: 'PEKRE12345' }, json: false }],
    [
      ['close', 'PEKRE12345', '--improvement', 'Trained.', '--by', 'li'],
      {
        command: {
          do: 'change',
          command: { verb: 'close', reference: 'PEKRE12345', text: 'Trained.', by: 'li' },
        },
      },
    ],
  ])('reads %j', (args, expected) => {
    expect(readArguments(args)).toMatchObject(expected);
  });

  it.each([
    [[]],
    [['nonsense']],
    [['list', 'PEKRE12345']],
    [['list', '--kind', 'nonsense']],
    [['list', '--by', 'li']],
    [['show']],
    [['show', 'a', 'b']],
    [['verify', '--open']],
    [['reply', 'PEKRE12345', '--by', 'li']],
    [['reply', 'PEKRE12345', '--text', 'Sorry.']],
    [['reply', 'PEKRE12345', '--text', ' ', '--by', 'li']],
    [['close', 'PEKRE12345', '--text', 'of another command', '--by', 'li']],
    [['--unknown']],
  ])('refuses %j', (args) => {
    expect(readArguments(args)).toBeUndefined();
  });
});
