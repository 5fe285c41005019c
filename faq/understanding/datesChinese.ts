import {
  chooseMonth,
  chooseWeekday,
  chooseYear,
  findInMonth,
  findInWeek,
  findWeekend,
  getWeekday,
  splitDay,
  toDay,
} from './calendar.js';
import { toDayOfYear, type DatePattern } from './datePattern.js';

const NUMBER = '(\\d{1,2}|[一二三四五六七八九十廿卅]{1,4})';
const DAYS_AHEAD: Readonly<Record<string, number>> = {
  大前: -3,
  前: -2,
  昨: -1,
  寻: -1,
  琴: -1,
  今: 0,
  明: 1,
  听: 1,
  后: 2,
  大后: 3,
};
const WEEKS_AHEAD: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 这: 0, 本: 0, 下: 1, 下下: 2 };
const MONTHS_AHEAD: Readonly<Record<string, number>> = { 上: -1, 这: 0, 本: 0, 当: 0, 下: 1, 下下: 2 };
const YEARS_AHEAD: Readonly<Record<string, number>> = { 去: -1, 今: 0, 明: 1 };
const WEEKDAYS = '一二三四五六日';

/** Chinese ways of saying a date, on Simplified characters; Cantonese 听日, 寻日 among them. */
export const CHINESE_DATES: readonly DatePattern[] = [
  {
    pattern: /(?<![以然往提之])(大前|大后|前|后)[天日]|([昨今明听寻琴])[天日晚夜晨早儿](?!航空)/g,
    read: ([far = '', near = ''], { today }) => [today + (DAYS_AHEAD[far || near] ?? 0)],
  },
  { pattern: /明后[两二]?天/g, read: (_groups, { today }) => [today + 1, today + 2] },
  { pattern: /今明[两二]?天/g, read: (_groups, { today }) => [today, today + 1] },
  {
    // "Three days later" is a date only of a journey; elsewhere it is how long something takes.
    pattern: new RegExp(
      `(?<![起飞发机行到\\d])${count()}天(?:之|以)?(后|前)(?=的|我?(?:坐|乘|飞|走|出发|起飞|去|回)|[，。！？,.!? ]*$)`,
      'g',
    ),
    read: ([number = '', direction], { today }) => {
      const days = number === '两' ? 2 : readNumber(number);
      return [direction === '后' ? today + days : today - days];
    },
  },
  {
    pattern:
      /(?<!每|(?<![周期拜])[一二两三四几\d])(上上|下下|上|下|这|本)?(?:一)?个?(?:周|星期|礼拜)([一二三四五六日天末]|[1-7](?!\d))(?!次|趟|年|岁|班次)/g,
    read: ([which, name = ''], { today, isPast }) => {
      const weeks = WEEKS_AHEAD[which ?? ''];
      if (name === '末') return findWeekend(today, weeks ?? 0);
      const weekday = /\d/.test(name) ? Number(name) : WEEKDAYS.indexOf(name === '天' ? '日' : name) + 1;
      if (weeks === undefined) return [chooseWeekday(weekday, today, isPast)];
      const meant = findInWeek(today, weekday, weeks);
      // On a Sunday "this Friday" may be either side of it, as one's week begins on Monday or on Sunday.
      const isTornBySunday = weeks === 0 && getWeekday(today) === 7 && weekday < 7 && !isPast;
      return isTornBySunday ? [meant + 7, meant] : [meant];
    },
  },
  {
    pattern: new RegExp(
      `(?:(20\\d\\d|(?<!\\d)\\d\\d)年|([去今明])年)?(?<!\\d)${NUMBER}月(?:份)? ?${NUMBER}(?:号|日|(?![\\d号日个天月年次件点度公.:/-]))`,
      'g',
    ),
    read: ([year, relativeYear, monthName = '', dayName = ''], { today, isPast }) => {
      const month = readNumber(monthName);
      const day = readNumber(dayName);
      if (year) return [toDayOfYear(year, month, day)];
      if (relativeYear) return [toDay(splitDay(today).year + (YEARS_AHEAD[relativeYear] ?? 0), month, day)];
      return [chooseYear(month, day, today, isPast)];
    },
  },
  {
    pattern: new RegExp(`(下下|上|这|本|当|下)一?个?月的?${NUMBER}(?:号|日)`, 'g'),
    read: ([which = '', day = ''], { today }) => [
      findInMonth(today, readNumber(day), MONTHS_AHEAD[which] ?? 0),
    ],
  },
  {
    pattern: new RegExp(
      `(?<![\\d第月期座位口门楼盘厅台车线一二三四五六七八九十大小几.a-z/:-])(?<!口是)(?:${NUMBER}` +
        `号(?!航站|登机|转盘|行李转|行李提|行李传|柜|口|门|楼|线|座|厅|窗|出口|入口|车|安检|位|库|院|路|通道|员|舱|充电|电池|舞|店|文|房|桌|风球|[一二三四五六七八九\\d]号)|(\\d{1,2})日(?!内|游|之|后|前|本|元|历|均|用|常|期|子|志))`,
      'g',
    ),
    // Three 日 in words are as often three days: only figures are a date.
    read: ([number, figure], { today, isPast }) =>
      chooseMonth(readNumber(number ?? figure ?? ''), today, isPast),
  },
  {
    pattern:
      /(?<![\d.])(\d{1,2})\.(\d{1,2})(?:号|日|(?=的?(?:航班|飞机|机票|那班)))|(?<=^\s*)(\d{1,2})\.(\d{1,2})(?=\s*$)/g,
    read: ([month, day, bareMonth, bareDay], { today, isPast }) => [
      chooseYear(Number(month ?? bareMonth), Number(day ?? bareDay), today, isPast),
    ],
  },
];

function count(): string {
  return '(\\d{1,2}|[一两二三四五六七八九十]{1,2})';
}

/** Up to 99, in digits or in characters (十三, 二十三, 廿三). NaN for what is no number. */
function readNumber(written: string): number {
  if (/\d/.test(written)) return Number(written);
  const [, tens = '', ones = ''] = /^(.?十|廿|卅)?(.?)$/.exec(written) ?? [];
  if (tens + ones !== written) return NaN;
  const digit = (character: string) => '一二三四五六七八九'.indexOf(character) + 1;
  const base =
    tens === '廿'
      ? 20
      : tens === '卅'
        ? 30
        : tens === ''
          ? 0
          : tens === '十'
            ? 10
            : 10 * digit(tens.charAt(0));
  return base + digit(ones) || NaN;
}
