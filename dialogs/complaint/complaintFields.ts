import type { Field } from '../form/definition.js';
import { createContactField } from '../form/fields/contactField.js';
import { createDateField } from '../form/fields/dateField.js';
import { createNameField } from '../form/fields/nameField.js';
import { createPhotosField } from '../form/fields/photosField.js';
import { createTextField } from '../form/fields/textField.js';
import { createCategoryField } from './categoryField.js';
import { createStoryField } from './story.js';
import { createTripField, type Trip } from './tripField.js';

/** What is asked about a complaint, in this order: the account first, since it tells most of the rest. */
export const COMPLAINT_FIELDS: readonly Field[] = [
  createStoryField(),
  createCategoryField(),
  createTripField(),
  createDateField({
    name: 'date',
    ask: 'complaint:date.ask',
    when: 'any',
    optional: true,
    appliesTo: ({ trip }) => (trip as Trip | undefined)?.flight !== undefined,
  }),
  createTextField({
    name: 'wish',
    ask: 'complaint:wish.ask',
    label: 'complaint:wish.label',
    names: 'complaint:wish.names',
    help: 'complaint:wish.help',
    optional: true,
  }),
  createNameField({ name: 'name', ask: 'complaint:name.ask' }),
  createContactField({ name: 'contact', ask: 'complaint:contact.ask' }),
  createPhotosField({ name: 'photos', ask: 'complaint:photos.ask', optional: true }),
] as readonly Field[];
