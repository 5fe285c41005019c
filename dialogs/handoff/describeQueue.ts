import type { Standing } from '../../services/desk/handoffs.js';
import type { Voice } from '../form/voice.js';
import type { Offer } from '../offer.js';

export type Waiting = Extract<Standing, { kind: 'waiting' }>;

export interface QueueView {
  readonly voice: Voice;
  /** They were told before. */
  readonly again: boolean;
  readonly isEmergency: boolean;
  /** Hours in which a message is answered; absent where none can be left. */
  readonly messageHours: number | undefined;
}

/** From then on a wait is worth an alternative even where agents are free. */
const LONG_MINUTES = 10;

/** Where a passenger stands, how long it takes as far as that is known, and what to do meanwhile. */
export function describeQueue(standing: Waiting, view: QueueView): string {
  const { say } = view.voice;
  const { position, expectedMinutes, staffing } = standing;
  const parts = [
    say(chooseOpening(standing, view)),
    ...describePlace(position, view.voice),
    // Nobody can say how long it takes until somebody comes.
    ...(expectedMinutes === undefined || staffing === 'none'
      ? []
      : [say('handoff:wait', { count: expectedMinutes })]),
  ];
  const meanwhile = hasChoice(standing, view)
    ? say('handoff:choice', { hours: view.messageHours })
    : say('handoff:meanwhile');
  const line = parts.join(view.voice.language === 'en' ? ' ' : '');
  return view.isEmergency ? line : `${line}\n\n${meanwhile}`;
}

/** Where nobody tells the place, the opening says so. */
function describePlace(position: number | undefined, { say }: Voice): string[] {
  if (position === undefined) return [];
  return [position === 1 ? say('handoff:place.next') : say('handoff:place.nth', { position })];
}

export function listQueueOffers(standing: Waiting, view: QueueView): Offer[] {
  const { say } = view.voice;
  const choice: Offer[] = hasChoice(standing, view) ? listMessageOffers(view.voice) : [];
  return [...choice, { words: say('handoff:buttons.leave'), lead: 'handoff:leave' }];
}

/** Instead of waiting. */
export function listMessageOffers({ say }: Voice): Offer[] {
  return [
    { words: say('handoff:buttons.message'), lead: 'dialog:leave-message' },
    { words: say('handoff:buttons.callBack'), lead: 'dialog:leave-message' },
  ];
}

/** The line that tells of a better place than the one told before. */
export function describeMove({ position }: Waiting, { say }: Voice): string {
  return position === 1 ? say('handoff:moved.next') : say('handoff:moved.nth', { position });
}

function chooseOpening({ staffing }: Waiting, { again, isEmergency }: QueueView) {
  if (isEmergency) return staffing === 'none' ? 'handoff:called.emergencyNone' : 'handoff:called.emergency';
  return again ? (`handoff:again.${staffing}` as const) : (`handoff:called.${staffing}` as const);
}

function hasChoice(
  { staffing, expectedMinutes = 0 }: Waiting,
  { messageHours, isEmergency }: QueueView,
): boolean {
  if (messageHours === undefined || isEmergency) return false;
  return staffing !== 'free' || expectedMinutes >= LONG_MINUTES;
}
