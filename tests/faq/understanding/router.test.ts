import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RouteContext } from '../../../faq/understanding/route.js';
import { createUnderstanding } from '../../../faq/understanding/router.js';
import { trainModel } from '../../../faq/understanding/train.js';
import { listSmallCorpus } from './exampleCorpus.js';

const context: RouteContext = { language: 'en', now: new Date('2026-11-22T08:00:00Z') };
const model = trainModel(listSmallCorpus());
const understanding = createUnderstanding({ model, extractEntities: () => ({}) });

describe('route', () => {
  it.each([
    ['is my cabin bag too big', 'faq:baggage.carry-on-size'],
    ['my cat and my dog', 'faq:special.pets'],
    ['would like a refund', 'faq:change.refund-request'],
    ['ZH9101 on time?', 'dialog:flight-status'],
    ['hello i want a refund of my ticket', 'faq:change.refund-request'],
    ['我想把票退掉', 'faq:change.refund-request'],
    ['隨身行李可以多大', 'faq:baggage.carry-on-size'],
    ['随身行里多大', 'faq:baggage.carry-on-size'],
    ['sing a song about pizza', 'none'],
  ])('%j leads to %s', (text, expected) => {
    expect(understanding.route(text, context).route).toBe(expected);
  });

  it('answers the first of two questions and names what the second leads to', () => {
    expect(understanding.route('Can my dog fly? How big may my hand luggage be?', context)).toMatchObject({
      route: 'faq:special.pets',
      second: 'faq:baggage.carry-on-size',
    });
    expect(understanding.route('can my dog fly', context)).not.toHaveProperty('second');
  });

  it('does not follow what the passenger says they do not mean', () => {
    expect(understanding.route("I don't want a refund, I want to travel with a cat", context).route).toBe(
      'faq:special.pets',
    );
  });

  it('answers another case of the same question with the same article', () => {
    const previousRoute = 'faq:baggage.carry-on-size';
    expect(understanding.route('and in business class?', { ...context, previousRoute }).route).toBe(
      previousRoute,
    );
  });

  it('hears that somebody is upset, wherever it leads', () => {
    expect(understanding.route('this is ridiculous, refund my ticket', context)).toMatchObject({
      upset: true,
    });
    expect(understanding.route('refund my ticket', context)).not.toHaveProperty('upset');
  });

  it('is certain of an example that comes again word for word, whatever its case and marks', () => {
    expect(understanding.route('  CABIN bag SIZE?!', context)).toMatchObject({
      route: 'faq:baggage.carry-on-size',
      score: 0.99,
    });
    expect(understanding.route('Write me a POEM', context).route).toBe('none');
  });

  it.each(['', '   ', '😂😂😂', '\u0000\u0001', '?!', '\ud800'])('takes %j as nothing', (text) => {
    expect(understanding.route(text, context)).toMatchObject({ route: 'none', candidates: [] });
  });

  it('reads the beginning of a text that is far too long', () => {
    expect(understanding.route(`refund my ticket ${'x '.repeat(50_000)}`, context).candidates[0]?.route).toBe(
      understanding.route(`refund my ticket ${'x '.repeat(500)}`, context).candidates[0]?.route,
    );
  });

  it('never throws, and keeps its promises about scores and candidates', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const { route, score, candidates } = understanding.route(text, context);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(candidates.length).toBeLessThanOrEqual(5);
        expect(candidates.map((candidate) => candidate.route)).not.toContain('none');
        expect([...candidates].sort((a, b) => b.score - a.score)).toEqual(candidates);
        if (route !== 'clarify' && route !== 'none') expect(candidates[0]?.route).toBe(route);
      }),
    );
  });

  it('answers even when the entities cannot be read', () => {
    const broken = createUnderstanding({
      model,
      extractEntities: () => {
        throw new Error('broken');
      },
    });
    expect(broken.route('cabin bag size', context)).toMatchObject({
      route: 'faq:baggage.carry-on-size',
      entities: {},
    });
  });
});
