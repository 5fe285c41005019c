import { normaliseText } from '../../faq/understanding/normalise.js';
import type { FormInput, FormContext, Field, Slots } from '../form/definition.js';
import { matchChoices } from '../form/choices.js';
import { createTextField } from '../form/fields/textField.js';
import type { FormLexicon } from '../form/lexicon.js';
import { findWithin } from '../form/wording.js';
import { readYesNo } from '../form/yesNo.js';
import { chooseSympathy } from './sympathy.js';

/** So much must be left, once the wish to complain is taken away, for words to be an account of something. */
const LEAST_WORDS = 7;
const LEAST_CHARACTERS = 9;
const HAN = /\p{Script=Han}/gu;

/** The opening words, where they tell what happened: kept to be offered as the account. */
export function findDraft({ text }: FormInput, lexicon: FormLexicon): string | undefined {
  const wishes = lexicon.list('complaint:openings');
  let rest = normaliseText(text);
  for (let found = findWithin(rest, wishes); found; found = findWithin(rest, wishes)) {
    rest = `${rest.slice(0, found.at)} ${rest.slice(found.at + found.word.length)}`;
  }
  const characters = rest.match(HAN)?.length ?? 0;
  const words = rest.replace(HAN, ' ').split(' ').filter(Boolean).length;
  return characters >= LEAST_CHARACTERS || words >= LEAST_WORDS ? text.trim() : undefined;
}

/** What happened, in the passenger's own words. Opening words that tell it already are offered, never just taken. */
export function createStoryField(): Field<string> {
  const field = createTextField({
    name: 'story',
    ask: 'complaint:story.ask',
    label: 'complaint:story.label',
    names: 'complaint:story.names',
    help: 'complaint:story.help',
    most: 6000,
  });
  return {
    ...field,
    ask({ draft, story }, { voice }) {
      if (typeof draft !== 'string' || story !== undefined) return { text: voice.say('complaint:story.ask') };
      return { text: voice.say('complaint:story.offer', { draft }), choices: listOffer(draft, voice.say) };
    },
    read(input, context, slots) {
      const { draft, story } = slots;
      if (typeof draft === 'string' && story === undefined) {
        const decision = readYesNo(input.text, context.lexicon);
        if (decision === 'no')
          return { kind: 'rejected', problem: context.voice.say('complaint:story.again') };
        if (decision === 'yes' || isOffered(input.text, draft, context))
          return { kind: 'filled', value: draft };
      }
      return field.read(input, context, slots);
    },
    respond: (story, context, { draft, story: before }: Slots) =>
      before !== undefined || draft !== undefined ? undefined : chooseSympathy(story, context),
  };
}

function listOffer(draft: string, say: FormContext['voice']['say']) {
  return [{ value: draft, label: say('complaint:story.use') }];
}

function isOffered(text: string, draft: string, { voice, lexicon }: FormContext): boolean {
  return text.length < 40 && matchChoices(text, listOffer(draft, voice.say), lexicon).length === 1;
}
