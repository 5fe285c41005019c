import { useWords } from '../words/useWords.js';
import { Icon } from './icon.js';

/** Says why something was refused; read out as it appears. */
export function RefusalLine({ code }: { readonly code: string | undefined }) {
  const { word, wordFor } = useWords();
  const known = code === undefined ? '' : wordFor('refused', code);
  return (
    <div role="alert" className="refusal-place">
      {code !== undefined && (
        <p className="refusal">
          <Icon name="emergency" />
          {known === code ? word('refused.other') : known}
        </p>
      )}
    </div>
  );
}
