import { describe, expect, it } from '@jest/globals';
import { embedJson, fillTemplate } from '../../../../bot/channels/web/fillTemplate.js';

const words = { 'a.b': 'Hats & <coats>', label: 'Say "hi"' };

describe('a page template', () => {
  it.each<[string, string, string]>([
    [
      'a word',
      '<p class="x" data-word="a.b"></p>',
      '<p class="x" data-word="a.b">Hats &#38; &#60;coats&#62;</p>',
    ],
    [
      'a label',
      '<i data-word-label="label"></i>',
      '<i data-word-label="label" aria-label="Say &#34;hi&#34;"></i>',
    ],
    ['a slot, as it is', '<b>{{html}}</b>', '<b><u>$& {{html}}</u></b>'],
    [
      'the chosen language',
      '<b data-language="en"></b><b data-language="zh-Hans"></b>',
      '<b data-language="en" aria-pressed="true"></b><b data-language="zh-Hans" aria-pressed="false"></b>',
    ],
  ])('takes %s', (_what, template, page) => {
    expect(fillTemplate(template, 'en', words, { html: '<u>$& {{html}}</u>' })).toBe(page);
  });

  it.each(['<p data-word="no.such"></p>', '<p data-word-label="no"></p>', '{{no}}'])(
    'refuses what there is not: %s',
    (template) => {
      expect(() => fillTemplate(template, 'en', words, {})).toThrow(/there is not/);
    },
  );

  it('cannot be broken out of by data', () => {
    const data = { text: '</script><script>alert(1)</script><!--' };
    expect(embedJson(data)).not.toContain('<');
    expect(JSON.parse(embedJson(data))).toEqual(data);
  });
});
