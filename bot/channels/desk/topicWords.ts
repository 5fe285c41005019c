import type { Route } from '../../../faq/understanding/route.js';
import { offerRoute } from '../../../dialogs/leads.js';
import type { Desk } from '../../../dialogs/desk.js';
import type { ChatHead } from './wire.js';

/** A route in the words of both languages, as passengers see it on buttons; the bare name where nobody would press it. */
export function createTopicWords(desk: Pick<Desk, 'translate' | 'answers'>) {
  return (topic: string): ChatHead['topicWords'] => ({
    en: offerRoute(topic as Route, 'en', desk)?.words ?? topic,
    zh: offerRoute(topic as Route, 'zh-Hans', desk)?.words ?? topic,
  });
}
