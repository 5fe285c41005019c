import { pinyin } from 'pinyin-pro';

const syllableOf = new Map<string, string>();

/**
 * The toneless syllable of one Chinese character, its commonest reading. Looked up alone on purpose: an input method's
 * wrong character stands in the same place with the same sound, and a reading chosen by context would differ.
 */
export function readSyllable(character: string): string {
  let syllable = syllableOf.get(character);
  if (syllable === undefined) {
    syllable = blurSounds(pinyin(character, { toneType: 'none', type: 'string' }));
    syllableOf.set(character, syllable);
  }
  return syllable;
}

/** Pairs of sounds that many speakers, and so their typing, do not tell apart. */
function blurSounds(syllable: string): string {
  return syllable.replace(/^([zcs])h/, '$1').replace(/([aei])ng$/, '$1n');
}
