import { z } from 'zod';
import type { Standing } from '../../services/desk/handoffs.js';
import { createVoice } from '../form/voice.js';
import type { Offer } from '../offer.js';
import type { Outcome } from '../outcome.js';
import type { Scene } from '../scene.js';
import { isUnreachable } from './isUnreachable.js';
import { describeQueue, listMessageOffers, listQueueOffers, type QueueView } from './describeQueue.js';

const hoursSchema = z.object({ house: z.object({ messageAnswerHours: z.number() }) });

/**
 * Puts the passenger in the agents' queue, or tells where they stand in it already; where there is no desk to call, how
 * else our staff are reached.
 */
export async function callPerson(scene: Scene): Promise<Outcome> {
  const { desk, passenger, call } = scene;
  if (desk.handoffs === undefined) return admitNoDesk(scene, 'desk:notYet.handoff');
  try {
    const before = await desk.handoffs.findStanding(call.conversation);
    const standing = await desk.handoffs.request({
      conversation: call.conversation,
      reference: scene.watcher.conversation,
      language: passenger.language,
      topic: call.topic,
      reason: call.reason,
      priority: call.priority,
    });
    return tellStanding(standing, scene, before.kind !== 'none');
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    return admitNoDesk(scene, 'handoff:unreachable');
  }
}

/** Says anew where the passenger stands. */
export async function tellStandingAgain(scene: Scene): Promise<Outcome> {
  const { handoffs } = scene.desk;
  if (handoffs === undefined) return callPerson(scene);
  return tellStanding(await handoffs.findStanding(scene.call.conversation), scene, true);
}

function tellStanding(standing: Standing, scene: Scene, again: boolean): Outcome {
  const { data, call } = scene;
  const view = describeView(scene, again);
  const { say } = view.voice;
  if (standing.kind !== 'waiting') {
    delete data.queue;
    return standing.kind === 'held'
      ? reply(say(again ? 'handoff:again.held' : 'handoff:called.held'))
      : reply(say('handoff:notWaiting'));
  }
  const isEmergency = call.priority === 'emergency';
  const priority = (again && !isEmergency ? data.queue?.priority : undefined) ?? call.priority;
  const { handoff, position } = standing;
  data.queue = { handoff, ...(position !== undefined && { position }), priority };
  return reply(describeQueue(standing, view), listQueueOffers(standing, view));
}

/** What to do instead where the desk is out of reach, or there is none. */
export function admitNoDesk(scene: Scene, key: 'desk:notYet.handoff' | 'handoff:unreachable'): Outcome {
  const { voice, messageHours: hours, isEmergency } = describeView(scene, false);
  const { phone, email } = scene.desk.answers.readFacts(voice.language);
  const sorry = voice.say(key, { phone, email });
  if (hours === undefined || isEmergency) return reply(sorry);
  return reply(`${sorry}\n\n${voice.say('handoff:unreachableChoice', { hours })}`, listMessageOffers(voice));
}

function describeView({ desk, passenger, forms, call, data }: Scene, again: boolean): QueueView {
  const hours = hoursSchema.safeParse(desk.answers.readPolicy(passenger.language));
  return {
    voice: createVoice(desk.translate, passenger.language),
    again,
    isEmergency: call.reason === 'emergency' || (again && data.queue?.priority === 'emergency'),
    messageHours: forms['leave-message'] === undefined ? undefined : hours.data?.house.messageAnswerHours,
  };
}

function reply(text: string, offers: readonly Offer[] = []): Outcome {
  return { replies: [{ text, offers, trace: { route: 'handoff' } }] };
}
