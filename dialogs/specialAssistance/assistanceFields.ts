import type { Field } from '../form/definition.js';
import { createChoiceField } from '../form/fields/choiceField.js';
import { createContactField } from '../form/fields/contactField.js';
import { createDateField } from '../form/fields/dateField.js';
import { createFlightField } from '../form/fields/flightField.js';
import { createNameField } from '../form/fields/nameField.js';
import { CHAIRS, listAssistanceChoices, MEDICAL_NEEDS } from './assistanceChoices.js';
import type { AssistancePolicy } from './assistancePolicy.js';
import { createChildAgeField, createPolicyTextField, createWeeksField, needs } from './detailFields.js';
import { createKindsField } from './kindsField.js';
import { createMealFamilyField, createMealField } from './mealField.js';

/** What is asked about a request for assistance, in this order; which of it depends on what is needed. */
export function createAssistanceFields(policy: AssistancePolicy): readonly Field[] {
  return [
    createKindsField(),
    createChoiceField({
      ...describeWords('chair'),
      choices: listAssistanceChoices('chair', CHAIRS),
      appliesTo: needs('wheelchair'),
      infers: true,
    }),
    createChildAgeField(policy),
    createPolicyTextField('handOver', policy, needs('unaccompanied-minor')),
    createWeeksField(policy),
    createPolicyTextField('baby', policy, needs('bassinet')),
    createChoiceField({
      ...describeWords('medicalNeed'),
      choices: listAssistanceChoices('medicalNeed', MEDICAL_NEEDS),
      appliesTo: needs('medical'),
      infers: true,
    }),
    createPolicyTextField('condition', policy, needs('medical')),
    createPolicyTextField('animal', policy, needs('service-animal', 'pet-in-cabin')),
    createMealFamilyField(),
    createMealField(),
    createFlightField({ name: 'flight', ask: 'assistance:flight.ask' }),
    createDateField({ name: 'date', ask: 'assistance:date.ask', when: 'future' }),
    createNameField({ name: 'name', ask: 'assistance:name.ask' }),
    createContactField({ name: 'contact', ask: 'assistance:contact.ask' }),
    createPolicyTextField('notes', policy),
  ] as readonly Field[];
}

function describeWords<Name extends 'chair' | 'medicalNeed'>(name: Name) {
  return {
    name,
    ask: `assistance:${name}.ask`,
    label: `assistance:${name}.label`,
    names: `assistance:${name}.names`,
    help: `assistance:${name}.help`,
  } as const;
}
