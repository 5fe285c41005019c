import type { DateEntity, Entities } from '../../faq/understanding/entities.js';
import type { RouteContext } from '../../faq/understanding/route.js';
import { getLocalDay } from '../../services/calendar.js';

const FLIGHT = /\b(CA|MU|CX|RE)\s?0*(\d{3,4})\b/gi;
const TAG = /(?<!\d)\d{10}(?!\d)|\bRE\d{6}\b/gi;
const DAY =
  /\d{4}-\d\d-\d\d|\b(\d{1,2})\/(\d{1,2})\b|(\d{1,2})月(\d{1,2})日|\b(nov|dec)\w* (\d{1,2})\b|yesterday|昨天/gi;

/** Understands only what the conversations of these tests need. */
export function extractTestEntities(text: string, context: RouteContext): Entities {
  const flights = [...text.matchAll(FLIGHT)].map((match) => ({
    ...span(match),
    flight: `${match[1]}${Number(match[2])}`.toUpperCase(),
    airline: match[1]!.toUpperCase(),
  }));
  const bagTags = [...text.matchAll(TAG)].map((match) => ({ ...span(match), code: match[0].toUpperCase() }));
  const dates = [...text.matchAll(DAY)].map((match): DateEntity => ({
    ...span(match),
    dates: readDays(match, context),
  }));
  return {
    ...(flights.length > 0 && { flights }),
    ...(bagTags.length > 0 && { bagTags }),
    ...(dates.length > 0 && { dates }),
  };
}

function readDays(
  [whole, first, second, month, day, name, number]: RegExpMatchArray,
  { now }: RouteContext,
): string[] {
  if (first && second)
    return [format(first, second), format(second, first)].filter((each) => !each.includes('NaN'));
  if (month && day) return [format(month, day)];
  if (name && number) return [format(/nov/i.test(name) ? '11' : '12', number)];
  if (/^\d{4}/.test(whole)) return [whole];
  return [getLocalDay(new Date(now.getTime() - 86_400_000), 'Asia/Shanghai')];
}

function format(month: string, day: string): string {
  return `2026-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function span(match: RegExpMatchArray) {
  return { text: match[0], start: match.index!, end: match.index! + match[0].length };
}
