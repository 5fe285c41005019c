import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Language } from '../../../locales/language.js';
import type { PageData, WordKey } from '../pageData.js';
import { fillIn } from './fillIn.js';
import { keepPageLanguage } from './pageLanguage.js';

type Values = Readonly<Record<string, string | number>>;

export interface Words {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly word: (key: WordKey, values?: Values) => string;
  /** The word for a value that comes from the service, such as a status; the value itself where there is none. */
  readonly wordFor: (group: string, value: string) => string;
}

const WordsContext = createContext<Words | undefined>(undefined);

export function WordsProvider({ data, children }: { readonly data: PageData; readonly children: ReactNode }) {
  const [language, setLanguage] = useState(data.language);
  const words = useMemo<Words>(() => {
    const own: Readonly<Record<string, string>> = data.words[language];
    return {
      language,
      setLanguage,
      word: (key, values) => (values ? fillIn(own[key] ?? key, values) : (own[key] ?? key)),
      wordFor: (group, value) => own[`${group}.${value}`] ?? value,
    };
  }, [data, language]);

  useEffect(() => {
    document.title = words.word('page.title');
    if (language !== document.documentElement.lang) keepPageLanguage(language);
  }, [words, language]);

  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('No words: the component stands outside WordsProvider');
  return words;
}
