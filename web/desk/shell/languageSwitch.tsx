import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Language } from '../../../locales/language.js';
import { useWords } from '../words/useWords.js';

const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant'] as const satisfies readonly Language[];

/** Each in its own script: it is for those who cannot read the others. */
export function LanguageSwitch() {
  const { language, setLanguage, word } = useWords();
  return (
    <ToggleButtonGroup
      className="languages"
      aria-label={word('language.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[language]}
      onSelectionChange={([chosen]) => {
        const found = LANGUAGES.find((each) => each === chosen);
        if (found) setLanguage(found);
      }}
    >
      {LANGUAGES.map((each) => (
        <ToggleButton
          key={each}
          id={each}
          className="languages__choice"
          lang={each}
          aria-label={word(`languageNames.${each}`)}
        >
          {word(`languageSigns.${each}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
