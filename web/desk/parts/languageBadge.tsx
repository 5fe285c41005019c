import { useWords } from '../words/useWords.js';

/** The passenger's language at a glance. */
export function LanguageBadge({ language }: { readonly language: string }) {
  const { wordFor } = useWords();
  return (
    <span className={`badge badge--${language}`}>
      <span aria-hidden="true">{wordFor('languageSigns', language)}</span>
      <span className="visually-hidden">{wordFor('languages', language)}</span>
    </span>
  );
}
