import type { Translate } from '../../locales/index.js';
import type { Language } from '../../locales/language.js';
import type { FloorNotice } from '../../services/desk/floor.js';
import type { Standing } from '../../services/desk/handoffs.js';
import { createVoice, type Voice } from '../form/voice.js';
import type { Offer } from '../offer.js';
import type { Reply } from '../reply.js';
import { askForScore } from '../survey/askForScore.js';
import { describeMove } from './describeQueue.js';

/**
 * What a passenger is told when an agent comes, changes, is lost or ends the talk. `standing` is how it is now: news
 * that it has overtaken are left out, so there may be nothing to say.
 */
export function composeHandoffNotice(
  { kind, handoff, agentName: agent }: FloorNotice,
  standing: Standing,
  language: Language,
  translate: Translate,
): Reply[] {
  const voice = createVoice(translate, language);
  switch (kind) {
    case 'joined':
    case 'changed':
      return [write(voice.say(`handoff:${kind}`, { agent }), [offerToEnd(voice)])];
    case 'returned':
      return describeReturn(agent, standing, voice);
    case 'ended':
      return [askForScore(voice.say('handoff:ended', { agent }), handoff.id, agent, voice)];
  }
}

function describeReturn(agent: string, standing: Standing, voice: Voice): Reply[] {
  const { say } = voice;
  switch (standing.kind) {
    case 'none':
      return [];
    case 'held':
      return [write(say('handoff:returnedHeld', { agent }))];
    case 'waiting': {
      const place = (standing.position ?? 1) === 1 ? [] : [describeMove(standing, voice)];
      const text = [say('handoff:returned', { agent }), ...place, say('handoff:meanwhile')].join('\n\n');
      return [write(text, [{ words: say('handoff:buttons.leave'), lead: 'handoff:leave' }])];
    }
  }
}

/** The button that ends a talk with a person. */
export function offerToEnd({ say }: Voice): Offer {
  return { words: say('handoff:buttons.end'), lead: 'handoff:leave' };
}

function write(text: string, offers: readonly Offer[] = []): Reply {
  return { text, offers, trace: { route: 'handoff' } };
}
