import { I18nProvider } from 'react-aria-components';
import { DeskPage } from './shell/deskPage.js';
import { Announcer } from './shell/announcer.js';
import { EntrancePage } from './signIn/entrancePage.js';
import { PasswordPage } from './signIn/passwordPage.js';
import { SignInPage } from './signIn/signInPage.js';
import { useDeskState } from './state/useDesk.js';
import { getIntlTag } from './words/pageLanguage.js';
import { useWords } from './words/useWords.js';

export interface AppProps {
  /** The visitor came by a one-time link that did not let them in. */
  readonly linkRefused: boolean;
}

/** Sign-in, choosing a password, or the desk. */
export function App({ linkRefused }: AppProps) {
  const { language } = useWords();
  const session = useDeskState((state) => state.session);
  return (
    <I18nProvider locale={getIntlTag(language)}>
      {session === 'unknown' ? (
        <Opening />
      ) : session === 'signed-out' ? (
        <SignInPage linkRefused={linkRefused} />
      ) : session.needsPassword ? (
        <PasswordPage name={session.agent.name} />
      ) : (
        <DeskPage />
      )}
      <Announcer />
    </I18nProvider>
  );
}

function Opening() {
  const { word } = useWords();
  return (
    <EntrancePage title={word('page.desk')} text={word('page.loading')}>
      {null}
    </EntrancePage>
  );
}
