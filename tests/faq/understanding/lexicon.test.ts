import { describe, expect, it } from '@jest/globals';
import { findConcepts } from '../../../faq/understanding/lexicon.js';
import { MisspellingIndex } from '../../../faq/understanding/misspellings.js';
import { normaliseText } from '../../../faq/understanding/normalise.js';
import { stem } from '../../../faq/understanding/stem.js';
import { splitTokens } from '../../../faq/understanding/tokens.js';

function listConcepts(text: string): string[] {
  return findConcepts(splitTokens(normaliseText(text)));
}

describe('findConcepts', () => {
  it.each([
    ['two rucksacks', 'cabin-bag'],
    ['my labradors', 'pet'],
    ['it did not arrive', 'not-arrived'],
    ['the handle snapped', 'damaged'],
    ['my suitcsae', 'bag'],
    ['布偶和哈士奇', 'pet'],
    ['拉桿箱', 'bag'],
    ['a pizza', 'others.order-food'],
  ])('%j touches %s', (text, concept) => {
    expect(listConcepts(text)).toContain(concept);
  });

  it('names each once', () => {
    const concepts = listConcepts('dog dogs 狗 puppy');
    expect(concepts.filter((concept) => concept === 'pet')).toHaveLength(1);
  });
});

describe('stem', () => {
  it.each([
    ['bags', 'bag'],
    ['batteries', 'battery'],
    ['charged', 'charging'],
    ['cancelled', 'cancelling'],
    ['delayed', 'delay'],
    ['expires', 'expire'],
  ])('%s and %s are one', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });

  it.each(['bus', 'gas', 'kg', '行李'])('leaves %s alone', (word) => {
    expect(stem(word)).toBe(word);
  });
});

describe('MisspellingIndex', () => {
  const index = new MisspellingIndex(['luggage', 'wheelchair', 'meal']);
  it.each([
    ['lugage', 'luggage'],
    ['luggagge', 'luggage'],
    ['lugagge', 'luggage'],
    ['luggaeg', 'luggage'],
    ['weelchair', 'wheelchair'],
    ['heelchair', undefined],
    ['wheelchiar', 'wheelchair'],
    ['wheelcahri', undefined],
    ['mael', undefined],
  ])('%s was meant to be %s', (written, meant) => {
    expect(index.find(written)).toBe(meant);
  });
});
