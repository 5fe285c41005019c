import type { Json } from '../../services/eventLog.js';
import { matchChoices } from '../form/choices.js';
import type { Field, Slots } from '../form/definition.js';
import { createAirportField } from '../form/fields/airportField.js';
import { createChoiceField, type ChoiceOptions } from '../form/fields/choiceField.js';
import { createContactField } from '../form/fields/contactField.js';
import { createDateField } from '../form/fields/dateField.js';
import { createFlightField } from '../form/fields/flightField.js';
import { createNameField } from '../form/fields/nameField.js';
import { createPhotosField } from '../form/fields/photosField.js';
import { createTagField } from '../form/fields/tagField.js';
import { createTextField } from '../form/fields/textField.js';
import { BAG_KINDS, COLOURS, listClaimChoices, PROBLEMS } from './claimChoices.js';

type Problem = (typeof PROBLEMS)[number];

function appliesTo(...problems: readonly Problem[]): (slots: Slots) => boolean {
  return ({ type }) => problems.includes(type as Problem);
}

/** What is asked about a bag, in this order; which of it depends on what happened to the bag. */
export const CLAIM_FIELDS: readonly Field[] = [
  createChoiceField({
    ...describeWords('type'),
    choices: listClaimChoices('type', PROBLEMS),
    infers: true,
  }),
  createFlightField({ name: 'flight', ask: 'claim:flight.ask' }),
  createDateField({ name: 'date', ask: 'claim:date.ask', when: 'past' }),
  createAirportField({
    name: 'station',
    ask: 'claim:station.ask',
    label: 'claim:station.label',
    role: 'destination',
  }),
  createReceivedField(),
  createNameField({ name: 'name', ask: 'claim:name.ask' }),
  createTagField({ name: 'tag', ask: 'claim:tag.ask', optional: true }),
  createTextField(describeWords('looks')),
  createLooksField({
    ...describeWords('colour'),
    choices: listClaimChoices('colour', COLOURS),
    appliesTo: appliesTo('delayed', 'lost'),
  }),
  createLooksField({
    ...describeWords('bagType'),
    choices: listClaimChoices('bagType', BAG_KINDS),
    appliesTo: appliesTo('delayed', 'lost'),
  }),
  createTextField({ ...describeWords('damage'), appliesTo: appliesTo('damaged') }),
  createTextField({ ...describeWords('missing'), appliesTo: appliesTo('missing-contents') }),
  createTextField({ ...describeWords('contents'), appliesTo: appliesTo('lost') }),
  createContactField({ name: 'contact', ask: 'claim:contact.ask' }),
  createTextField({ ...describeWords('address'), least: 5, appliesTo: appliesTo('delayed') }),
  createBagPhotosField(),
];

/** Usually the bag is there with the passenger: one button. */
function createReceivedField(): Field {
  const field = createDateField({
    ...describeWords('received'),
    when: 'past',
    onlyAsked: true,
    appliesTo: appliesTo('damaged', 'missing-contents'),
  });
  return {
    ...field,
    ask: ({ date }, { voice, lexicon }) => {
      const synonyms = lexicon.list('claim:received.sameDayWords').join('|');
      const choice = { value: date ?? null, label: voice.say('claim:received.sameDay'), synonyms };
      return { text: voice.say('claim:received.ask'), ...(date !== undefined && { choices: [choice] }) };
    },
    read(input, context, slots) {
      const choices = this.ask(slots, context).choices ?? [];
      const [sameDay] = input.entities.dates ? [] : matchChoices(input.text, choices, context.lexicon);
      return sameDay ? { kind: 'filled', value: sameDay.value } : field.read(input, context, slots);
    },
  };
}

/** A choice that the passenger's description of the bag may have made already. */
function createLooksField<Value extends string>(options: ChoiceOptions<Value>): Field {
  const field = createChoiceField(options);
  return {
    ...field,
    prefill(_input, context, slots): Json | undefined {
      const { looks } = slots;
      if (slots[options.name] !== undefined || typeof looks !== 'string') return undefined;
      const chosen = matchChoices(looks, field.ask(slots, context).choices ?? [], context.lexicon);
      return chosen.length === 1 ? chosen[0]?.value : undefined;
    },
  };
}

function createBagPhotosField(): Field {
  const field = createPhotosField({ name: 'photos', ask: 'claim:photos.ask', optional: true });
  return {
    ...field,
    ask: ({ type }, { voice }) => ({
      text: voice.say(type === 'damaged' ? 'claim:photos.askDamage' : 'claim:photos.ask'),
    }),
  };
}

type Described =
  'type' | 'received' | 'looks' | 'colour' | 'bagType' | 'damage' | 'missing' | 'contents' | 'address';

function describeWords<Name extends Described>(name: Name) {
  return {
    name,
    ask: `claim:${name}.ask`,
    label: `claim:${name}.label`,
    names: `claim:${name}.names`,
    help: `claim:${name}.help`,
  } as const;
}
