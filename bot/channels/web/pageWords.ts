import { readFileSync } from 'node:fs';
import type { AirlineFacts } from '../../../faq/airlineFacts.js';
import { LANGUAGES, type Language } from '../../../locales/language.js';
import type { TranslationKey, Translate } from '../../../locales/index.js';

export type ReadFacts = (language: Language) => AirlineFacts;

export type WordsByLanguage = Readonly<Record<Language, Readonly<Record<string, string>>>>;

type Tree = { readonly [name: string]: string | Tree };

/**
 * All words of one kind of the browser's pages, by path (`status.retry`), with the airline's facts filled in. What is
 * returned follows the facts: editors may change them while the service runs.
 */
export function createPageWords(
  translate: Translate,
  readFacts: ReadFacts,
  namespace: 'web' | 'agents' = 'web',
): () => WordsByLanguage {
  const file = new URL(`../../../locales/en/${namespace}.json`, import.meta.url);
  const paths = listPaths(JSON.parse(readFileSync(file, 'utf8')) as Tree);
  let known: { readonly facts: string; readonly words: WordsByLanguage } | undefined;

  return () => {
    const facts = mapLanguages(readFacts);
    const stamp = JSON.stringify(facts);
    if (known?.facts !== stamp) {
      const words = mapLanguages((language) =>
        Object.fromEntries(
          paths.map((path) => [
            path,
            translate(language, `${namespace}:${path}` as TranslationKey, { ...facts[language] }),
          ]),
        ),
      );
      known = { facts: stamp, words };
    }
    return known.words;
  };
}

export function mapLanguages<Value>(create: (language: Language) => Value): Record<Language, Value> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, create(language)])) as Record<
    Language,
    Value
  >;
}

function listPaths(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([name, node]) =>
    typeof node === 'string' ? [prefix + name] : listPaths(node, `${prefix}${name}.`),
  );
}
