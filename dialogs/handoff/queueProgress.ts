import type { Handoffs, Standing } from '../../services/desk/handoffs.js';
import { createVoice } from '../form/voice.js';
import type { FormLexicon } from '../form/lexicon.js';
import type { Desk } from '../desk.js';
import { readYesNo } from '../form/yesNo.js';
import type { Lead } from '../offer.js';
import type { Turn } from '../turn.js';
import { describeMove } from './describeQueue.js';
import { isUnreachable } from './isUnreachable.js';
import { findQueueWish } from './queueWords.js';

/**
 * Where the passenger stands, looked up only where it can matter: they were told that they wait, or they speak of it.
 * Forgets a queue they are no longer in.
 */
export async function findPlace(
  { text, data }: Pick<Turn, 'text' | 'data'>,
  conversation: string,
  handoffs: Handoffs | undefined,
  lexicon: FormLexicon,
): Promise<Standing | undefined> {
  if (handoffs === undefined) return undefined;
  const wish = findQueueWish(text, lexicon);
  if (data.queue === undefined && wish !== 'leave' && wish !== 'end') return undefined;
  try {
    const standing = await handoffs.findStanding(conversation);
    if (standing.kind !== 'waiting') delete data.queue;
    return standing;
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    return undefined;
  }
}

/** Where words lead that speak of the queue or of a person, for who is in it or was just offered one. */
export function findQueueLead(
  { text, data }: Pick<Turn, 'text' | 'data'>,
  standing: Standing | undefined,
  lexicon: FormLexicon,
  { hasForm }: { readonly hasForm: boolean },
): Lead | undefined {
  const last = data.lastReplies?.at(-1);
  const isOffered = last?.trace.route === 'none' && data.offers.some(({ lead }) => lead === 'handoff');
  if (isOffered && !hasForm && readYesNo(text, lexicon) === 'yes') return 'handoff';
  const wish = findQueueWish(text, lexicon);
  if (standing === undefined || wish === undefined) return undefined;
  if (wish === 'leave') return 'handoff:leave';
  if (standing.kind === 'none') return undefined;
  if (wish === 'end') return 'handoff:leave';
  if (standing.kind === 'held') return undefined;
  if (wish === 'standing') return 'handoff:standing';
  if (hasForm || last?.trace.route !== 'handoff') return undefined;
  // Somebody in danger is not let go for a vague word.
  return data.queue?.priority === 'emergency' ? 'handoff:standing' : 'handoff:leave';
}

/** Adds a line to what is said where the passenger has moved up since they were told; one turn, one line, once. */
export function addProgress(
  { data, replies }: Pick<Turn, 'data' | 'replies'>,
  standing: Standing | undefined,
  { translate }: Pick<Desk, 'translate'>,
): void {
  const { queue } = data;
  const last = replies.at(-1);
  if (queue === undefined || standing?.kind !== 'waiting' || last === undefined) return;
  if (replies.some(({ trace }) => trace.route === 'handoff')) return;
  const { position } = standing;
  if (position === undefined || position >= (queue.position ?? 0)) return;
  data.queue = { ...queue, position };
  const line = describeMove(standing, createVoice(translate, data.language.current));
  // A card is shown instead of the text beside it.
  if (last.card === undefined) replies[replies.length - 1] = { ...last, text: `${last.text}\n\n*${line}*` };
  else replies.push({ text: line, offers: last.offers ?? [], trace: { route: 'handoff' } });
}
