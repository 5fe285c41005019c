import { useCallback } from 'react';
import type { ChatHead } from '../../../bot/channels/desk/wire.js';
import { chooseWords } from './chooseWords.js';
import { useWords } from './useWords.js';

type NameTopic = (head: Pick<ChatHead, 'topicWords'>) => string;

/** How a chat is called: by what it is about, in the page's language. */
export function useTopic(): NameTopic {
  const { language } = useWords();
  return useCallback<NameTopic>(({ topicWords }) => chooseWords(topicWords, language), [language]);
}
