import type { Json } from '../../../services/eventLog.js';
import type { Field, FormFile } from '../definition.js';
import { describeField, type FieldOptions } from './fieldWords.js';

const WORDS = {
  label: 'form:fields.photos.label',
  names: 'form:fields.photos.names',
  help: 'form:fields.photos.help',
} as const;
const MOST = 5;
const ACCEPTED = /^(image\/(png|jpeg|gif|webp)|application\/pdf)$/;

/** A kept file: where it is and what it is. */
export type Photo = { url: string; contentType: string; name: string };

/** Files the passenger sends, at any step; more of them add up. */
export function createPhotosField(options: FieldOptions): Field<Photo[]> {
  return {
    ...describeField(options, WORDS, { most: MOST }),
    gathers: true,
    read({ files }, { voice }, slots) {
      const photos = addPhotos(slots[options.name], files);
      if (photos === undefined) return { kind: 'rejected', problem: voice.say('form:fields.photos.problem') };
      return { kind: 'filled', value: photos };
    },
    prefill: ({ files }, _context, slots) => addPhotos(slots[options.name], files),
    show: (photos, voice) => voice.say('form:fields.photos.value', { count: photos.length }),
  };
}

export function addPhotos(before: Json | undefined, files: readonly FormFile[]): Photo[] | undefined {
  const accepted = files.filter(({ contentType }) => ACCEPTED.test(contentType));
  if (accepted.length === 0) return undefined;
  const known = Array.isArray(before) ? (before as Photo[]) : [];
  const added = accepted
    .filter(({ url }) => !known.some((photo) => photo.url === url))
    .map(({ url, contentType, name }) => ({ url, contentType, name }));
  return [...known, ...added].slice(0, MOST);
}
