import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Entities, Span } from '../../../faq/understanding/entities.js';
import { extractEntities } from '../../../faq/understanding/extractEntities.js';
import { LANGUAGES } from '../../../locales/language.js';

const context = { now: new Date('2026-11-22T04:00:00Z'), timeZone: 'Asia/Shanghai', language: 'en' } as const;

function listSpans(entities: Entities): Span[] {
  return Object.values(entities).flatMap((list: readonly Span[]) => list);
}

describe('entities of a sentence', () => {
  it('fill the slots of a claim', () => {
    const text = 'my bag from MU5137 never arrived, tag 0781234567, I flew Shanghai to London yesterday';
    expect(extractEntities(text, context)).toEqual({
      flights: [{ flight: 'MU5137', airline: 'MU', text: 'MU5137', start: 12, end: 18 }],
      bagTags: [{ code: '0781234567', text: '0781234567', start: 38, end: 48 }],
      dates: [{ dates: ['2026-11-21'], text: 'yesterday', start: 76, end: 85 }],
      places: [
        { code: 'SHA', kind: 'city', role: 'origin', text: 'Shanghai', start: 57, end: 65 },
        { code: 'LON', kind: 'city', role: 'destination', text: 'London', start: 69, end: 75 },
      ],
    });
  });

  it('are absent where there are none', () => {
    expect(extractEntities('行李可以带多大？', context)).toEqual({});
    expect(extractEntities('', context)).toEqual({});
  });

  it.each([
    ['file PVGMU12345', ['fileReferences']],
    ['C-20261122-AB2CD', ['complaintReferences']],
    ['tag MU123456', ['bagTags']],
    ['上海航空9331', ['flights']],
  ])('take each part of %s for one thing', (text, kinds) => {
    expect(Object.keys(extractEntities(text, context))).toEqual(kinds);
  });

  it('point into the text as typed, whatever its forms', () => {
    const text = '㎏😀 ＭＵ５１３７\u200b，Du\u0308sseldorf 到 東京';
    const found = listSpans(extractEntities(text, context)).map((span) => span.text);
    expect(found).toEqual(['ＭＵ５１３７', 'Du\u0308sseldorf', '東京']);
  });

  it('are looked for at the beginning of an endless text only', () => {
    expect(extractEntities(`CA1501${' x'.repeat(50_000)} MU5137`, context).flights).toHaveLength(1);
  });
});

describe('any text', () => {
  const fragments = fc.constantFrom(
    ...[
      'CA',
      '1501',
      ' ',
      '-',
      '从',
      '到',
      '上海',
      '上嗨',
      'to ',
      'Shanghia',
      'İ',
      '𠮷',
      '㍿',
      'e\u0301',
      '3/12',
      '12月',
    ],
    ...[
      '31',
      '号',
      '下周',
      '三',
      'next ',
      'friday',
      'PVG',
      'mu',
      '12345',
      '0781',
      '234567',
      'ﬁ',
      'ß',
      '\ud800',
      '乾',
      '１',
    ],
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(fragments, { maxLength: 14 }).map((parts) => parts.join('')),
  );

  it('is read without throwing, into spans that say what they stand on and do not overlap', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...LANGUAGES), (text, language) => {
        const spans = listSpans(extractEntities(text, { ...context, language }));
        for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
        const inOrder = [...spans].sort((a, b) => a.start - b.start);
        inOrder.forEach((span, index) =>
          expect(span.start).toBeGreaterThanOrEqual(inOrder[index - 1]?.end ?? 0),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('gives days of the calendar only', () => {
    fc.assert(
      fc.property(
        texts,
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }),
        (text, now) => {
          for (const { dates } of extractEntities(text, { ...context, now }).dates ?? []) {
            for (const date of dates) expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
          }
        },
      ),
    );
  });
});
