import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { readPageData } from './pageData.js';
import { Desk } from './state/desk.js';
import { readRefusalCode } from './state/refusal.js';
import { DeskContext } from './state/useDesk.js';
import { WordsProvider } from './words/useWords.js';

const RETRY_MS = 3_000;

/** The token of a one-time link; taken out of the address, so that it is in no history and is tried once. */
function takeLink(): string | undefined {
  const address = new URL(location.href);
  const link = address.searchParams.get('welcome') ?? undefined;
  address.searchParams.delete('welcome');
  if (link !== undefined) history.replaceState(history.state, '', address);
  return link;
}

async function startPage(): Promise<void> {
  const data = readPageData();
  const desk = new Desk();
  const root = createRoot(document.getElementById('desk') as HTMLElement);
  const render = (linkRefused: boolean): void =>
    root.render(
      <WordsProvider data={data}>
        <DeskContext value={desk}>
          <App linkRefused={linkRefused} />
        </DeskContext>
      </WordsProvider>,
    );

  render(false);
  const link = takeLink();
  for (;;) {
    try {
      await desk.start(link);
      return;
    } catch (error) {
      if (readRefusalCode(error) !== 'unreachable' && readRefusalCode(error) !== 'timeout') {
        desk.forgetSession(false);
        render(link !== undefined);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

void startPage();
