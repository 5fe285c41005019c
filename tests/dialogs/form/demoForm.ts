import type { FormContext, FormDefinition, FormInput } from '../../../dialogs/form/definition.js';
import { createChoiceField } from '../../../dialogs/form/fields/choiceField.js';
import { createContactField } from '../../../dialogs/form/fields/contactField.js';
import { createDateField } from '../../../dialogs/form/fields/dateField.js';
import { createFlightField } from '../../../dialogs/form/fields/flightField.js';
import { createNameField } from '../../../dialogs/form/fields/nameField.js';
import { createPhotosField } from '../../../dialogs/form/fields/photosField.js';
import { createTagField } from '../../../dialogs/form/fields/tagField.js';
import { createTextField } from '../../../dialogs/form/fields/textField.js';
import { FormLexicon } from '../../../dialogs/form/lexicon.js';
import type { Meaning } from '../../../dialogs/form/step.js';
import { createVoice } from '../../../dialogs/form/voice.js';
import { extractEntities } from '../../../faq/understanding/extractEntities.js';
import { loadWords } from '../../../locales/index.js';
import type { Language } from '../../../locales/language.js';

const { translate } = loadWords();
const lexicon = new FormLexicon(translate);

/** A form with one field of each kind; its words are whatever the locale files hold already. */
export const demoForm: FormDefinition = {
  name: 'special-assistance',
  fields: [
    createChoiceField({
      name: 'kind',
      ask: 'desk:clarify.prompt',
      label: 'desk:routes.flight-status',
      names: 'desk:clarify.noneOfThese',
      help: 'desk:clarify.afterNone',
      choices: [
        { value: 'yes', label: 'form:buttons.yes' },
        { value: 'bag', label: 'desk:quickStarts.baggage' },
        { value: 'status', label: 'desk:quickStarts.flightStatus' },
      ],
    }),
    createFlightField({ name: 'flight', ask: 'form:fields.flight.help' }),
    createDateField({ name: 'date', ask: 'form:fields.date.help', when: 'past' }),
    createNameField({ name: 'name', ask: 'form:fields.name.help' }),
    createTagField({
      name: 'tag',
      ask: 'form:fields.tag.help',
      optional: true,
      appliesTo: ({ kind }) => kind !== 'status',
    }),
    createTextField({
      name: 'story',
      ask: 'desk:clarify.prompt',
      label: 'desk:routes.complaint',
      names: 'desk:routes.complaint',
      help: 'desk:clarify.afterNone',
    }),
    createContactField({ name: 'contact', ask: 'form:fields.contact.help' }),
    createPhotosField({ name: 'photos', ask: 'form:fields.photos.label', optional: true }),
  ],
  begin: () => 'Hello.',
  review: {},
  submit: () => Promise.resolve({ kind: 'done', replies: [] }),
};

export const NOW = new Date('2026-11-22T10:00:00Z');

export function createContext(language: Language = 'en', now = NOW): FormContext {
  return { voice: createVoice(translate, language), lexicon, now, today: now.toISOString().slice(0, 10) };
}

const known = new Map<string, FormInput['entities']>();

export function createInput(text: string, files: FormInput['files'] = []): FormInput {
  const entities =
    known.get(text) ?? extractEntities(text, { now: NOW, timeZone: 'Asia/Shanghai', language: 'en' });
  known.set(text, entities);
  return { text, entities, files };
}

export const NO_MEANING: Meaning = { route: 'none', score: 1, candidates: [] };

/** A picture as a passenger sends it. */
export function createFile(name: string): FormInput['files'][number] {
  return { url: `upload:${name}`, contentType: 'image/jpeg', name };
}
