import { describe, expect, it } from '@jest/globals';
import { advanceForm, beginForm } from '../../../dialogs/form/advance.js';
import type { Field, FormDefinition, FormInput } from '../../../dialogs/form/definition.js';
import { createFlightField } from '../../../dialogs/form/fields/flightField.js';
import { createTagField } from '../../../dialogs/form/fields/tagField.js';
import { FormLexicon } from '../../../dialogs/form/lexicon.js';
import { createVoice } from '../../../dialogs/form/voice.js';
import { extractEntities } from '../../../faq/understanding/extractEntities.js';
import { loadWords } from '../../../locales/index.js';

const { translate } = loadWords();
const NOW = new Date('2026-11-22T10:00:00Z');
const context = {
  voice: createVoice(translate, 'en'),
  lexicon: new FormLexicon(translate),
  now: NOW,
  today: '2026-11-22',
};
const meaning = { route: 'none', score: 0, candidates: [] } as const;

// Either of the two is enough.
const fields: readonly Field[] = [
  {
    ...createFlightField({ name: 'flight', ask: 'claim:flight.ask' }),
    unasked: ({ tag }) => tag !== undefined,
  },
  { ...createTagField({ name: 'tag', ask: 'claim:tag.ask' }), unasked: () => true },
];
const definition: FormDefinition = {
  name: 'baggage-claim-status',
  fields,
  begin: () => 'First words.',
  submit: () => Promise.resolve({ kind: 'done', replies: [] }),
};

function hear(text: string): FormInput {
  const entities = extractEntities(text, { now: NOW, timeZone: 'Asia/Shanghai', language: 'en' });
  return { text, entities, files: [] };
}

describe('a field that is not asked for', () => {
  it('is taken from the first words, and a look-up that has enough begins without a word', () => {
    const step = beginForm(definition, hear('my tag is 0781234567'), context, 'key');
    expect(step.effect).toEqual({ kind: 'submit' });
    expect(step.state.slots).toEqual({ tag: '0781234567' });
    expect(step.speech.paragraphs).toEqual([]);
  });

  it('is taken in place of the answer, and puts an end to the question', () => {
    const { state, speech } = beginForm(definition, hear('where is it'), context, 'key');
    expect(state.asking).toBe('flight');
    expect(speech.paragraphs[0]).toBe('First words.');
    const step = advanceForm({ definition, context, input: hear('tag 0781234567'), meaning }, state);
    expect(step.effect).toEqual({ kind: 'submit' });
  });
});
