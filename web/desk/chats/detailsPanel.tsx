import { Button } from 'react-aria-components';
import type { ChatHead } from '../../../bot/channels/desk/wire.js';
import { focusWhenThere, nameComposer } from '../parts/focus.js';
import { Icon } from '../parts/icon.js';
import { LanguageBadge } from '../parts/languageBadge.js';
import { chooseText, chooseTitle } from '../replies/chooseText.js';
import { EMPTY_CHAT } from '../state/deskState.js';
import { insertIntoDraft } from '../state/drafts.js';
import { showDialog } from '../state/openDialog.js';
import { useDeskState } from '../state/useDesk.js';
import { chooseWords } from '../words/chooseWords.js';
import { getPairLanguage } from '../words/pageLanguage.js';
import { formatRunning } from '../words/times.js';
import { useTopic } from '../words/useTopic.js';
import { useWords } from '../words/useWords.js';
import { EarlierCases } from './earlierCases.js';
import { Notes } from './notes.js';

/** What an agent should know of a chat besides what was said. */
export function DetailsPanel({ head }: { readonly head: ChatHead }) {
  const { word, wordFor, language } = useWords();
  const topic = useTopic()(head);
  const chat = useDeskState(({ chats }) => chats[head.handoff] ?? EMPTY_CHAT);
  const me = useDeskState(({ floor }) => floor?.me);
  const reads = me?.languages.includes(getPairLanguage(head.language)) ?? true;
  const passengerLanguage = wordFor('languages', head.language);

  return (
    <div className="details">
      <section className="details__part">
        <h3 className="details__title">{word('panel.language')}</h3>
        <p className="details__language">
          <LanguageBadge language={head.language} />
          <strong>{passengerLanguage}</strong>
        </p>
        {!reads && (
          <div className="notice notice--warn" role="note">
            <p>
              <strong>{word('panel.unreadable', { language: passengerLanguage })}</strong>
            </p>
            <p>{word('panel.unreadableHint', { language: passengerLanguage })}</p>
          </div>
        )}
      </section>
      {!reads && chat.token !== undefined && <CannedPairs head={head} />}
      <section className="details__part">
        <dl className="facts">
          <dt>{word('panel.topic')}</dt>
          <dd>{topic}</dd>
          <dt>{word('panel.asked')}</dt>
          <dd>{wordFor('reason', head.reason)}</dd>
          {head.heldSince && (
            <>
              <dt>{word('panel.waited')}</dt>
              <dd>{formatRunning(Date.parse(head.heldSince) - Date.parse(head.opened))}</dd>
            </>
          )}
        </dl>
      </section>
      <Notes head={head} notes={chat.notes} />
      <section className="details__part">
        <h3 className="details__title">{word('panel.slots')}</h3>
        {chat.slots.length === 0 ? (
          <p className="hint">{word('panel.noSlots')}</p>
        ) : (
          <dl className="facts">
            {chat.slots.map(({ label, value }) => (
              <div key={label.en} className="facts__pair">
                <dt>{chooseWords(label, language)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      <section className="details__part">
        <h3 className="details__title">{word('panel.answers')}</h3>
        {chat.answers.length === 0 ? (
          <p className="hint">{word('panel.noAnswers')}</p>
        ) : (
          <ul className="plain-list">
            {chat.answers.map(({ route, question }) => (
              <li key={route}>{chooseWords(question, language)}</li>
            ))}
          </ul>
        )}
      </section>
      <EarlierCases
        cases={chat.cases}
        onNew={chat.token === undefined ? undefined : () => showDialog({ kind: 'new-case', talk: head })}
      />
    </div>
  );
}

/** For an agent who does not read the passenger's language: a click puts the other half of the pair into the box. */
function CannedPairs({ head }: { readonly head: ChatHead }) {
  const { word, wordFor, language } = useWords();
  const canned = useDeskState((state) => state.canned);
  return (
    <section className="details__part">
      <h3 className="details__title">
        {word('panel.canned', { language: wordFor('languages', head.language) })}
      </h3>
      <ul className="pairs">
        {canned.map((reply) => (
          <li key={reply.id}>
            <Button
              className="pair"
              onPress={() => {
                insertIntoDraft(head.handoff, chooseText(reply, head.language));
                focusWhenThere(nameComposer(head.handoff));
              }}
            >
              <Icon name="replies" />
              <span>
                <strong>{chooseTitle(reply, language)}</strong>
                <span className="pair__text">{chooseText(reply, language)}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
