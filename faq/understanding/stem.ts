/** Cuts an English word to what its inflections share: "bags" and "bag", "charged" and "charging". Only for comparing. */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const singular = word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x|z)es$/, '$1')
    .replace(/([^su])s$/, '$1');
  if (singular.length < 5) return singular.replace(/(.{2,})e$/, '$1');
  return singular
    .replace(/(.{3,})(?:ing|ed)$/, '$1')
    .replace(/([^aeiouls])\1$/, '$1')
    .replace(/(.{2,})e$/, '$1');
}
