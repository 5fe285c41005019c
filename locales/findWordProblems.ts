export type WordTree = { readonly [key: string]: string | WordTree };

/** Words as `path -> text`. */
function flattenWords(tree: WordTree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flattenWords(value, `${prefix}${key}.`)],
    ),
  );
}

/**
 * What keeps two languages of one file apart: keys that only one has, empty words, and placeholders that differ.
 * Plural forms count as one key, as languages have different ones.
 */
export function findWordProblems(english: WordTree, chinese: WordTree): string[] {
  const one = flattenWords(english);
  const other = flattenWords(chinese);
  return [
    ...listMissing(one, other).map((key) => `${key} is in English and not in Chinese`),
    ...listMissing(other, one).map((key) => `${key} is in Chinese and not in English`),
    ...[...one, ...other].filter(([, text]) => text.trim() === '').map(([key]) => `${key} is empty`),
    ...[...one].flatMap(([key, text]) => {
      const translated = other.get(key);
      const same = translated === undefined || listPlaceholders(text) === listPlaceholders(translated);
      return same ? [] : [`${key} has other placeholders in Chinese than in English`];
    }),
  ];
}

/** Overrides may only replace what is there. */
export function findStrayOverrides(base: WordTree, overrides: WordTree): string[] {
  return listMissing(flattenWords(overrides), flattenWords(base)).map((key) => `${key} overrides nothing`);
}

function listMissing(from: ReadonlyMap<string, string>, inside: ReadonlyMap<string, string>): string[] {
  const known = new Set([...inside.keys()].map(removePlural));
  return [...from.keys()].filter((key) => !known.has(removePlural(key)));
}

function removePlural(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '');
}

function listPlaceholders(text: string): string {
  const names = [...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1] ?? '');
  return [...new Set(names)].sort().join(' ');
}
