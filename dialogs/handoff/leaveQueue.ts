import { createVoice } from '../form/voice.js';
import type { Outcome } from '../outcome.js';
import type { Scene } from '../scene.js';
import { askForScore } from '../survey/askForScore.js';

/** The passenger leaves the queue, or the talk with an agent: then they are asked how it was. */
export async function leaveQueue({ desk, passenger, call, data }: Scene): Promise<Outcome> {
  const voice = createVoice(desk.translate, passenger.language);
  const standing = await desk.handoffs?.findStanding(call.conversation);
  if (standing === undefined || standing.kind === 'none') {
    return { replies: [{ text: voice.say('handoff:notWaiting'), trace: { route: 'handoff' } }] };
  }
  await desk.handoffs?.leave(call.conversation);
  delete data.queue;
  if (standing.kind === 'waiting') {
    return { replies: [{ text: voice.say('handoff:left'), trace: { route: 'handoff' } }] };
  }
  const { handoff, agentName: agent } = standing;
  return { replies: [askForScore(voice.say('handoff:endedByPassenger', { agent }), handoff, agent, voice)] };
}
