import type { TranslationKey } from '../../locales/index.js';
import type { Command } from '../form/commands.js';
import { matchChoices } from '../form/choices.js';
import type { Choice, Field, FormContext, Slots } from '../form/definition.js';
import { describeField } from '../form/fields/fieldWords.js';
import { isVerified, listActions } from './verified.js';

/** Something to do with a case, as a button and in other words. */
interface Action {
  readonly label: TranslationKey;
  readonly words: TranslationKey;
  /** A command which means this here: it is the case that is cancelled, not the look-up. */
  readonly command?: Command;
}

export interface NextOptions {
  readonly ask: TranslationKey;
  /** By name; which of them are offered is a slot that the look-up fills. */
  readonly actions: Readonly<Record<string, Action>>;
}

/** Whether this is what the passenger chose to do with the case. */
export function isAction(slots: Slots, action: string): boolean {
  return isVerified(slots) && slots['next'] === action;
}

/** What to do with the case that was found. Files that are sent are meant as an addition. */
export function createNextField({ ask, actions }: NextOptions): Field<string> {
  const list = (slots: Slots, { voice, lexicon }: FormContext): Choice[] =>
    listActions(slots).flatMap((value) => {
      const action = actions[value];
      if (action === undefined) return [];
      const commands = action.command ? lexicon.list(`commands:${action.command}`) : [];
      const synonyms = [...lexicon.list(action.label), ...lexicon.list(action.words), ...commands].join('|');
      return [{ value, label: voice.say(action.label), synonyms }];
    });
  return {
    ...describeField(
      { name: 'next', ask, appliesTo: isVerified },
      { label: 'caseStatus:next.label', names: 'caseStatus:next.names', help: 'caseStatus:next.help' },
    ),
    passing: true,
    ask: (slots, context) => ({ text: context.voice.say(ask), choices: list(slots, context) }),
    listCommands: (slots) => listActions(slots).flatMap((value) => actions[value]?.command ?? []),
    read({ text, files }, context, slots) {
      if (files.length > 0 && listActions(slots).includes('add')) return { kind: 'filled', value: 'add' };
      const chosen = matchChoices(text, list(slots, context), context.lexicon).map(
        ({ value }) => value as string,
      );
      const [first, ...others] = chosen;
      if (first === undefined) return { kind: 'rejected', problem: context.voice.say('form:noChoice') };
      return others.length > 0 ? { kind: 'ambiguous', values: chosen } : { kind: 'filled', value: first };
    },
    show: (value, voice) => (actions[value] ? voice.say(actions[value].label) : value),
  };
}
