import type { KeptAddition } from '../../services/cases/caseParts.js';
import { keepPhotos } from '../form/fields/keptPhotos.js';
import type { Addition } from './additionField.js';

/** The command that adds to a case; undefined where the last addition is the same: the turn was run again. */
export function describeAddition({ text, photos }: Addition, before: readonly KeptAddition[]) {
  const addition = { ...(text !== undefined && { text }), ...(photos && { photos: keepPhotos(photos) }) };
  const last = before.at(-1);
  const isSame =
    last !== undefined &&
    last.text === addition.text &&
    JSON.stringify(last.photos) === JSON.stringify(addition.photos);
  return isSame ? undefined : ({ type: 'add-information', addition } as const);
}
