import { useWords } from '../words/useWords.js';

/** The airline's sign, as on the chat page. */
export function Brand() {
  const { word } = useWords();
  return (
    <div className="brand">
      <svg className="brand__logo" viewBox="0 0 56 40" aria-hidden="true">
        <use href="#icon-logo" />
      </svg>
      <span className="brand__words">
        <strong className="brand__name">{word('page.airline')}</strong>
        <span className="brand__desk">{word('page.desk')}</span>
      </span>
    </div>
  );
}
