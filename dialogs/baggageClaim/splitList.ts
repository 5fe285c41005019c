/** The parts of a list the locale files write with `|` between them, in their order. */
export function splitList(words: string): string[] {
  return words.split('|');
}
