import type { AnswerBook } from '../../faq/answerBook.js';
import type { Translate } from '../../locales/index.js';
import type { Language } from '../../locales/language.js';
import { createVoice } from '../../dialogs/form/voice.js';
import { composeHandoffNotice } from '../../dialogs/handoff/composeHandoffNotice.js';
import { listMessageOffers } from '../../dialogs/handoff/describeQueue.js';
import type { Offer } from '../../dialogs/offer.js';
import type { Reply } from '../../dialogs/reply.js';
import type { Standing } from '../../services/desk/handoffs.js';
import type { HubNotice } from './hubTalk.js';

export interface NoticeWords {
  readonly translate: Translate;
  readonly answers: Pick<AnswerBook, 'readFacts'>;
}

/** What a passenger is told of what became of their wish for a person. */
export function composeHubNotice(
  notice: HubNotice,
  standing: Standing,
  language: Language,
  words: NoticeWords,
): Reply[] {
  const { kind, agentName } = notice;
  if (kind === 'failed') return [composeFailure(language, words)];
  // A hub need not tell who its agents are.
  const named = { ...notice, kind, agentName: agentName || words.translate(language, 'hub:agent') };
  return composeHandoffNotice(named, standing, language, words.translate);
}

/** No person comes after all; what else there is. */
function composeFailure(language: Language, { translate, answers }: NoticeWords): Reply {
  const voice = createVoice(translate, language);
  const { phone } = answers.readFacts(language);
  return write(voice.say('hub:failed', { phone }), listMessageOffers(voice));
}

/** What the passenger writes is not seen yet. */
export function composeDelay(language: Language, { translate, answers }: NoticeWords): Reply {
  const voice = createVoice(translate, language);
  const { phone } = answers.readFacts(language);
  return write(voice.say('hub:delayed', { phone }), [
    { words: voice.say('handoff:buttons.end'), lead: 'handoff:leave' },
  ]);
}

function write(text: string, offers: readonly Offer[]): Reply {
  return { text, offers, trace: { route: 'handoff' } };
}
