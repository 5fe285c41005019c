const DIGITS = 6;

/** What a passenger says to file a claim; the number makes tag and name, and so the claim, one of its own. */
export function listClaimWords(number: number): string[] {
  return [
    `my bag from MU5137 to PVG yesterday never arrived, tag ${getTag(number)}`,
    'John Smith',
    'black hard shell suitcase',
    'john@example.com',
    'Hotel Lisboa, room 512, Macau',
    'skip',
    'yes',
  ];
}

export function getTag(number: number): string {
  return `0781${String(number).padStart(DIGITS, '0')}`;
}

/** The reference of a claim, where the desk's words give one. */
export function findReference(words: readonly string[]): string | undefined {
  return /\b[A-Z]{3}RE\d{5}\b/.exec(words.join('\n'))?.[0];
}
