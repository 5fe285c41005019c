/** Shorter words have too many neighbours that are words of their own. */
const SHORTEST = 5;

/** Finds the word a misspelt one was meant to be: one letter missing, added, wrong, or two swapped; the first letter stands. */
export class MisspellingIndex {
  /** Words by every form they take with one letter left out, and by themselves. */
  private readonly wordsOf = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length < SHORTEST) continue;
      for (const form of [word, ...leaveOneOut(word)]) {
        const known = this.wordsOf.get(form);
        if (known) known.push(word);
        else this.wordsOf.set(form, [word]);
      }
    }
  }

  find(written: string): string | undefined {
    if (written.length < SHORTEST) return undefined;
    for (const form of [written, ...leaveOneOut(written)]) {
      const meant = this.wordsOf.get(form)?.find((word) => isOneSlipAway(word, written));
      if (meant !== undefined) return meant;
    }
    return undefined;
  }
}

function leaveOneOut(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at + 1) + word.slice(at + 2));
}

function isOneSlipAway(word: string, written: string): boolean {
  if (word.charAt(0) !== written.charAt(0) || word === written) return false;
  let same = 0;
  while (same < word.length && word[same] === written[same]) same += 1;
  const rest = word.slice(same);
  const writtenRest = written.slice(same);
  return (
    rest.slice(1) === writtenRest ||
    rest === writtenRest.slice(1) ||
    rest.slice(1) === writtenRest.slice(1) ||
    (rest.slice(2) === writtenRest.slice(2) && rest[0] === writtenRest[1] && rest[1] === writtenRest[0])
  );
}
