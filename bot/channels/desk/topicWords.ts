import type { Route } from '../../../faq/understanding/route.js';
import { offerRoute } from '../../../dialogs/leads.js';
import type { Language } from '../../../locales/language.js';
import type { Desk } from '../../../dialogs/desk.js';
import type { PageWords } from './wire.js';

/** A route in the words of each language, as passengers see it on buttons; the bare name where nobody would press it. */
export function createTopicWords(desk: Pick<Desk, 'translate' | 'answers'>) {
  const say = (topic: string, language: Language) =>
    offerRoute(topic as Route, language, desk)?.words ?? topic;
  return (topic: string): PageWords => ({
    en: say(topic, 'en'),
    zh: say(topic, 'zh-Hans'),
    zhHant: say(topic, 'zh-Hant'),
  });
}
