const HAN = /\p{Script=Han}/u;

/** Whether the text goes on after `length` characters with another word: Chinese ones have no space between them. */
function endsWordAt(text: string, length: number): boolean {
  const [last = '', next = ''] = [text.charAt(length - 1), text.charAt(length)];
  return next === '' || next === ' ' || HAN.test(last) || HAN.test(next);
}

function beginsWordAt(text: string, at: number): boolean {
  const [before = '', first = ''] = [text.charAt(at - 1), text.charAt(at)];
  return at === 0 || before === ' ' || HAN.test(before) || HAN.test(first);
}

/** The first of the words the text begins with, as whole words. */
export function findStart(text: string, words: readonly string[]): string | undefined {
  return words.find((word) => text.startsWith(word) && endsWordAt(text, word.length));
}

/** The first of the words the text ends with, as whole words. */
function findEnd(text: string, words: readonly string[]): string | undefined {
  return words.find((word) => text.endsWith(word) && beginsWordAt(text, text.length - word.length));
}

/** Where the first of the words stands in the text, as whole words. */
export function findWithin(text: string, words: readonly string[]): { at: number; word: string } | undefined {
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (beginsWordAt(text, at) && endsWordAt(text, at + word.length)) return { at, word };
    }
  }
  return undefined;
}

export function dropStart(text: string, words: readonly string[]): string {
  const word = findStart(text, words);
  return word === undefined ? text : text.slice(word.length).trimStart();
}

export function dropEnd(text: string, words: readonly string[]): string {
  const word = findEnd(text, words);
  return word === undefined ? text : text.slice(0, text.length - word.length).trimEnd();
}
