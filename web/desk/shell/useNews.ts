import { useEffect, useRef } from 'react';
import { playSound, showNotification } from '../state/alerts.js';
import { isMine } from '../state/deskState.js';
import { announce, showToast } from '../state/messages.js';
import { useDesk } from '../state/useDesk.js';
import { useTopic } from '../words/useTopic.js';
import { useWords } from '../words/useWords.js';

/** Says, sounds and shows what happens by itself. */
export function useNews(): void {
  const desk = useDesk();
  const { word, wordFor, language } = useWords();
  const nameTopic = useTopic();

  const lastLanguage = useRef(language);

  useEffect(() => {
    if (lastLanguage.current !== language) announce(word('language.changed'));
    lastLanguage.current = language;
  }, [language, word]);

  useEffect(() => {
    const { feed, store } = desk;
    return feed.listen({
      onNews({ kind, head }) {
        const topic = nameTopic(head);
        if (kind === 'left') {
          const waits = store.get().floor?.queue.some((each) => each.handoff === head.handoff);
          showToast('problem', word(waits ? 'chats.left' : 'chats.gone', { topic }));
          return;
        }
        const language = wordFor('languages', head.language);
        const text = word(kind === 'arrived' ? 'queue.arrived' : 'queue.assigned', { topic, language });
        announce(text);
        playSound('arrived');
        showNotification(word('page.desk'), text, head.handoff);
      },
      onSaid(handoff, entry) {
        const head = store.get().floor?.chats.find((each) => each.handoff === handoff);
        if (entry.from !== 'passenger' || !head) return;
        const text = word('transcript.said', { topic: nameTopic(head), text: entry.text });
        announce(text);
        playSound('said');
        showNotification(word('page.desk'), text, handoff);
      },
      onNoted(handoff, { kind, agentName, text }) {
        const me = store.get().floor?.me.name;
        if (kind !== 'whisper' || agentName === me || !isMine(store.get(), handoff)) return;
        const said = word('whisper.received', { name: agentName, text });
        announce(said);
        showToast('info', said);
        playSound('said');
      },
    });
  }, [desk, word, wordFor, nameTopic]);
}
