import type { Json } from '../../services/eventLog.js';
import type { Field, FormFile } from '../form/definition.js';
import { describeField } from '../form/fields/fieldWords.js';
import { addPhotos, type Photo } from '../form/fields/photosField.js';
import { isAction } from './nextField.js';

/** Words, files, or both. */
export type Addition = { text?: string; photos?: Photo[] };

const LEAST_CHARACTERS = 2;
const MOST_CHARACTERS = 6000;

/** What the passenger adds to an open case. */
export function createAdditionField(): Field<Addition> {
  return {
    ...describeField(
      { name: 'addition', ask: 'caseStatus:addition.ask', appliesTo: (slots) => isAction(slots, 'add') },
      {
        label: 'caseStatus:addition.label',
        names: 'caseStatus:addition.names',
        help: 'caseStatus:addition.help',
      },
    ),
    open: 'story',
    read({ text, files }, { voice }) {
      const addition = describe(text, files);
      if (addition === undefined)
        return { kind: 'rejected', problem: voice.say('caseStatus:addition.problem') };
      const isTooLong = text.length > MOST_CHARACTERS;
      return isTooLong
        ? { kind: 'rejected', problem: voice.say('form:fields.text.tooLong', { most: MOST_CHARACTERS }) }
        : { kind: 'filled', value: addition };
    },
    prefill: ({ text, files }) => (files.length > 0 ? describe(text, files) : undefined),
    show: ({ text, photos }, voice) =>
      [text, ...(photos ? [voice.say('caseStatus:addition.files', { count: photos.length })] : [])]
        .filter((part) => part !== undefined)
        .join(', '),
  };
}

function describe(text: string, files: readonly FormFile[]): Addition | undefined {
  const photos = addPhotos(undefined as Json | undefined, files);
  const words = text.trim();
  const says = words.replace(/[^\p{L}\p{N}]/gu, '').length >= LEAST_CHARACTERS;
  if (!says && photos === undefined) return undefined;
  return { ...(says && { text: words }), ...(photos && { photos }) };
}
