import { describe, expect, it } from '@jest/globals';
import { readArguments } from '../../../bot/cli/deskArguments.js';

const LI = { name: 'Li', languages: ['zh', 'en'], skills: [], role: 'agent', capacity: 4 };

describe('the arguments of the desk command', () => {
  it.each([
    ['add Li --languages zh,en', { do: 'add', details: LI }],
    [
      'add Li --languages zh,en --skills baggage,flights,baggage --role supervisor --capacity 6',
      {
        do: 'add',
        details: { ...LI, skills: ['baggage', 'flights'], role: 'supervisor', capacity: 6 },
      },
    ],
    ['list', { do: 'list' }],
    ['link', { do: 'link' }],
    ['password Li', { do: 'password', name: 'Li' }],
    ['remove Li', { do: 'remove', name: 'Li' }],
  ])('reads %s', (line, command) => {
    expect(readArguments(line.split(' '))).toEqual({ command, json: false, passwordFromStdin: false });
  });

  it('reads what is for machines', () => {
    expect(readArguments(['password', 'Li', '--password-stdin', '--json'])).toMatchObject({
      json: true,
      passwordFromStdin: true,
    });
  });

  it.each([
    '',
    'nonsense',
    'add',
    'add Li',
    'add Li --languages',
    'add Li --languages fr',
    'add Li --languages en --skills cooking',
    'add Li --languages en --role boss',
    'add Li --languages en --capacity many',
    'add Li --languages en --capacity 0',
    'add Li Wei --languages en',
    'list Li',
    'list --password-stdin',
    'link --languages en',
    'password',
    'remove Li --role agent',
    'list --colour',
  ])('refuses %s', (line) => {
    expect(readArguments(line.split(' ').filter(Boolean))).toBeUndefined();
  });
});
