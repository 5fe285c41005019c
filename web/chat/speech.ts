import type { WebChat } from './webChat.js';

/** Microphone and reading aloud, where the browser has both; elsewhere undefined, and no button that does nothing. */
export function findSpeech(webChat: WebChat): unknown {
  const listens = 'SpeechRecognition' in window || 'webkitSpeechRecognition' in window;
  return listens && 'speechSynthesis' in window ? webChat.createBrowserWebSpeechPonyfillFactory() : undefined;
}
