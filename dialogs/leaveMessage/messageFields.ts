import type { Field, Slots } from '../form/definition.js';
import { createContactField, type Contact } from '../form/fields/contactField.js';
import { createNameField } from '../form/fields/nameField.js';
import { createTextField } from '../form/fields/textField.js';
import { createCallBackField, createCallTimeField, type CallBackOptions } from './callBackField.js';

/** What is asked of who leaves a message, or wants to be called: the fewest things the staff can work with. */
export function createMessageFields(
  options: Pick<CallBackOptions, 'timeZone' | 'mostDays'>,
): readonly Field[] {
  return [
    createCallBackField({ ...options, appliesTo: wantsCall }),
    createCallTimeField(options),
    createTextField({
      name: 'text',
      ask: 'message:text.ask',
      label: 'message:text.label',
      names: 'message:text.names',
      help: 'message:text.help',
      kind: 'message',
    }),
    createNameField({ name: 'name', ask: 'message:name.ask' }),
    createReachField(),
  ] as readonly Field[];
}

/** Whether the words that began the form asked for a call. */
export function wantsCall({ wants }: Slots): boolean {
  return wants === 'call';
}

/** Who is to be called needs a telephone. */
function createReachField(): Field<Contact> {
  const field = createContactField({ name: 'contact', ask: 'message:contact.ask' });
  return {
    ...field,
    ask: (slots, { voice }) => ({
      text: voice.say(wantsCall(slots) ? 'message:contact.askCall' : 'message:contact.ask'),
    }),
    read(input, context, slots) {
      const reading = field.read(input, context, slots);
      const isMissing = reading.kind === 'filled' && wantsCall(slots) && reading.value.phone === undefined;
      return isMissing
        ? { kind: 'rejected', problem: context.voice.say('message:contact.phoneNeeded') }
        : reading;
    },
  };
}
