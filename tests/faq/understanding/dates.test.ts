import { describe, expect, it } from '@jest/globals';
import { findDates } from '../../../faq/understanding/dates.js';
import { foldText } from '../../../faq/understanding/offsets.js';
import type { Language } from '../../../locales/language.js';

const SUNDAY = '2026-11-22T04:00:00Z';
const MONDAY = '2026-11-23T04:00:00Z';

function find(text: string, language: Language, now = SUNDAY, timeZone = 'Asia/Shanghai') {
  return findDates(foldText(text), { now: new Date(now), timeZone, language }).map(({ dates }) =>
    dates.join(' '),
  );
}

describe('dates in Chinese, said on Sunday 22 November 2026', () => {
  it.each([
    ['今天的航班', '2026-11-22'],
    ['今晚', '2026-11-22'],
    ['明天到了吗', '2026-11-23'],
    ['明早', '2026-11-23'],
    ['后天', '2026-11-24'],
    ['後天', '2026-11-24'],
    ['大后天', '2026-11-25'],
    ['昨晚', '2026-11-21'],
    ['前天', '2026-11-20'],
    ['聽日', '2026-11-23'],
    ['尋日', '2026-11-21'],
    ['下周三', '2026-11-25'],
    ['下個禮拜三', '2026-11-25'],
    ['下下周一', '2026-11-30'],
    ['上周五', '2026-11-13'],
    ['周五', '2026-11-27'],
    ['星期日', '2026-11-22'],
    ['周五坐的飞机，行李没到', '2026-11-20'],
    ['这周五', '2026-11-27 2026-11-20'],
    ['下周末', '2026-11-28 2026-11-29'],
    ['12月3日', '2026-12-03'],
    ['１２月３号', '2026-12-03'],
    ['十二月三号', '2026-12-03'],
    ['十一月二十三號', '2026-11-23'],
    ['12月3飞广州', '2026-12-03'],
    ['10月1日', '2026-10-01'],
    ['2月3日', '2027-02-03'],
    ['明年2月3日', '2027-02-03'],
    ['2026年12月3日', '2026-12-03'],
    ['11月26日（周四）', '2026-11-26'],
    ['12.2', '2026-12-02'],
    ['下个月3号', '2026-12-03'],
    ['3号', '2026-12-03'],
    ['二十三号', '2026-11-23'],
    ['20号', '2026-12-20 2026-11-20'],
    ['20号的行李没到', '2026-11-20'],
    ['明后天', '2026-11-23 2026-11-24'],
    ['三天后的航班', '2026-11-25'],
    ['12.3的航班', '2026-12-03'],
    ['3/12', '2027-03-12'],
    ['12/3号', '2026-12-03'],
    ['2026-12-03', '2026-12-03'],
    ['20261203', '2026-12-03'],
  ])('%s', (text, dates) => {
    expect(find(text, 'zh-Hans')).toEqual([dates]);
  });

  it.each([
    ['3号航站楼'],
    ['登机口12号'],
    ['2号转盘'],
    ['提前天天看'],
    ['以后天天飞'],
    ['每周三次'],
    ['一周一次'],
    ['起飞3天前可以退吗'],
    ['7日内到账'],
    ['三日'],
    ['2月30日'],
    ['行李20公斤'],
    ['票价12.3元'],
  ])('none in %s', (text) => {
    expect(find(text, 'zh-Hans')).toEqual([]);
  });
});

describe('dates in English, said on Sunday 22 November 2026', () => {
  it.each([
    ['today', '2026-11-22'],
    ['tonight', '2026-11-22'],
    ['tomorrow morning', '2026-11-23'],
    ['tmrw', '2026-11-23'],
    ['day after tomorrow', '2026-11-24'],
    ['the day before yesterday', '2026-11-20'],
    ['last night', '2026-11-21'],
    ['next Friday', '2026-11-27'],
    ['this Monday', '2026-11-23'],
    ['last Friday', '2026-11-20'],
    ['on Friday', '2026-11-27'],
    ['my bag was lost on Friday', '2026-11-20'],
    ['on sat', '2026-11-28'],
    ['Fri', '2026-11-27'],
    ['Wednesday next week', '2026-11-25'],
    ['next weekend', '2026-11-28 2026-11-29'],
    ['3 Dec', '2026-12-03'],
    ['Dec 3rd', '2026-12-03'],
    ['the 3rd of December', '2026-12-03'],
    ['December 3, 2027', '2027-12-03'],
    ['03DEC26', '2026-12-03'],
    ['3-Dec-2026', '2026-12-03'],
    ['on May 5', '2027-05-05'],
    ['5 may', '2027-05-05'],
    ['my leg is broken, flying Dec 9', '2026-12-09'],
    ['2nd of October', '2026-10-02'],
    ['on the 3rd', '2026-12-03'],
    ['2 days ago', '2026-11-20'],
    ['in 3 days', '2026-11-25'],
    ['3/12', '2026-12-03 2027-03-12'],
    ['12/25', '2026-12-25'],
    ['25/12', '2026-12-25'],
    ['Thursday 26 November', '2026-11-26'],
    ['13/12/2026', '2026-12-13'],
    ['2026/12/3', '2026-12-03'],
  ])('%s', (text, dates) => {
    expect(find(text, 'en')).toEqual([dates]);
  });

  it.each([
    ['may I take 2 bags'],
    ['may 2 bags go free'],
    ['I sat in the sun'],
    ['the 3rd floor'],
    ['every friday'],
    ['open 24/7'],
    ['only 1/2 of it'],
    ['will I get it in 3 days'],
    ['777-300'],
    ['30 Feb'],
    ['a 20.5 kg bag'],
  ])('none in %s', (text) => {
    expect(find(text, 'en')).toEqual([]);
  });
});

describe('what a date is seen from', () => {
  it('asks which Friday when "next Friday" is said on a Monday', () => {
    expect(find('next Friday', 'en', MONDAY)).toEqual(['2026-12-04 2026-11-27']);
  });

  it('knows this week on a Monday', () => {
    expect(find('这周五', 'zh-Hans', MONDAY)).toEqual(['2026-11-27']);
  });

  it('is the day of the time zone', () => {
    const lateEvening = '2026-11-22T18:00:00Z';
    expect(find('明天', 'zh-Hans', lateEvening, 'Asia/Shanghai')).toEqual(['2026-11-24']);
    expect(find('tomorrow', 'en', lateEvening, 'America/New_York')).toEqual(['2026-11-23']);
    expect(find('tomorrow', 'en', lateEvening, 'Nowhere/Atall')).toEqual(['2026-11-24']);
  });

  it('finds nothing when it is no time at all', () => {
    expect(findDates(foldText('today'), { now: new Date(NaN), timeZone: 'UTC', language: 'en' })).toEqual([]);
  });

  it('may be several days', () => {
    expect(find('周二周三都行', 'zh-Hans')).toEqual(['2026-11-24', '2026-11-25']);
    expect(find('Dec 3 or Dec 5', 'en')).toEqual(['2026-12-03', '2026-12-05']);
  });

  it('crosses the year', () => {
    expect(find('1月2日', 'zh-Hans', '2026-12-30T04:00:00Z')).toEqual(['2027-01-02']);
    expect(find('12月30日的行李没到', 'zh-Hans', '2027-01-02T04:00:00Z')).toEqual(['2026-12-30']);
  });
});
