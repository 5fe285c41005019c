import type { HandoffLead } from '../offer.js';
import type { Outcome } from '../outcome.js';
import type { Scene } from '../scene.js';
import { admitNoDesk, tellStandingAgain } from './callPerson.js';
import { isUnreachable } from './isUnreachable.js';
import { leaveQueue } from './leaveQueue.js';

export function isHandoffLead(lead: string): lead is HandoffLead {
  return lead === 'handoff:leave' || lead === 'handoff:standing';
}

/** Acts on what a passenger wants of the queue or of the talk. */
export async function followHandoffLead(lead: HandoffLead, scene: Scene): Promise<Outcome> {
  try {
    return await (lead === 'handoff:leave' ? leaveQueue(scene) : tellStandingAgain(scene));
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    return admitNoDesk(scene, 'handoff:unreachable');
  }
}
