import { describe, expect, it } from '@jest/globals';
import { findTimeOfDay } from '../../../faq/understanding/timeOfDay.js';

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function find(text: string): string | undefined {
  const found = findTimeOfDay(text);
  if (found?.kind === 'in') return `in ${found.minutes}`;
  return found?.minutes.map(clock).join(' or ');
}

describe('a time of day', () => {
  it.each([
    ['tomorrow at 3 pm', '15:00'],
    ['3pm', '15:00'],
    ['3:30 p.m. please', '15:30'],
    ['tomorrow 12 am', '00:00'],
    ['12 pm', '12:00'],
    ['at noon', '12:00'],
    ['18:45', '18:45'],
    ['08:05', '08:05'],
    ['9:15', '09:15 or 21:15'],
    ['at 9', '09:00 or 21:00'],
    ['at 4', '16:00'],
    ["three o'clock", '15:00'],
    ['half past ten', '10:30 or 22:30'],
    ['quarter to five in the afternoon', '16:45'],
    ['quarter to one', '12:45'],
    ["seven o'clock in the evening", '19:00'],
    ['tomorrow morning', '10:00'],
    ['this afternoon', '15:00'],
    ['tonight', '19:00'],
    ['tonight at 8', '20:00'],
    ['in half an hour', 'in 30'],
    ['in two hours', 'in 120'],
    ['in an hour and a half', 'in 90'],
    ['in one and a half hours', 'in 90'],
    ['in 20 minutes', 'in 20'],
    ['5', '17:00'],
    ['明天下午三点', '15:00'],
    ['明天下午3点半', '15:30'],
    ['上午十点一刻', '10:15'],
    ['早上八點三刻', '08:45'],
    ['晚上八点二十五分', '20:25'],
    ['今晚9點', '21:00'],
    ['中午十二点', '12:00'],
    ['中午1点', '13:00'],
    ['凌晨两点', '02:00'],
    ['十八点三十', '18:30'],
    ['下午5：40', '17:40'],
    ['三点', '15:00'],
    ['十点', '10:00 or 22:00'],
    ['明天上午', '10:00'],
    ['后天傍晚', '19:00'],
    ['两小时后', 'in 120'],
    ['两个半小时以后', 'in 150'],
    ['半个小时后', 'in 30'],
    ['半小時之後', 'in 30'],
    ['二十分钟后', 'in 20'],
    ['45分鐘後', 'in 45'],
  ])('%s is %s', (text, expected) => {
    expect(find(text)).toBe(expected);
  });

  it.each([
    'tomorrow',
    '明天',
    'next week',
    'RE123',
    'at 25',
    '26:10',
    '晚上十二点',
    'call me',
    '有时间的时候',
    '',
  ])('is not in %p', (text) => {
    expect(find(text)).toBeUndefined();
  });
});
