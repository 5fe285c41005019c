import type {
  CaseHead,
  ChatDetail,
  ChatHead,
  Entry,
  FloorView,
  Note,
} from '../../../bot/channels/desk/wire.js';
import { isSame, keepSame } from './keepSame.js';
import { EMPTY_CHAT, type Chat, type DeskState, type Outgoing } from './deskState.js';

/** How long one sign of typing counts. */
const TYPING_MS = 5_000;
const LEAST_OFFSET_MS = 500;

/** What happened between two views of the floor, for eyes and ears. */
export type News = { readonly kind: 'arrived' | 'came' | 'left'; readonly head: ChatHead };

/** The floor as it is now; what the page knows of chats that are no longer open is let go. */
export function applyFloor(state: DeskState, received: FloorView, receivedAt: number): DeskState {
  const floor = keepUnchanged(state.floor, received);
  const known = new Set([...floor.chats, ...floor.others, ...floor.queue].map(({ handoff }) => handoff));
  const watched = state.watched.filter(
    (handoff) => known.has(handoff) && !floor.chats.some((head) => head.handoff === handoff),
  );
  const open = new Set([...floor.chats.map(({ handoff }) => handoff), ...watched]);
  return {
    ...state,
    floor,
    clockOffset: adjustOffset(state.clockOffset, Date.parse(floor.now) - receivedAt),
    watched,
    recent: state.recent.filter((handoff) => open.has(handoff)),
    chats: Object.fromEntries(Object.entries(state.chats).filter(([handoff]) => open.has(handoff))),
  };
}

function keepUnchanged(before: FloorView | undefined, after: FloorView): FloorView {
  if (!before) return after;
  const getHandoff = ({ handoff }: ChatHead): string => handoff;
  return {
    ...after,
    me: isSame(before.me, after.me) ? before.me : after.me,
    queue: keepSame(before.queue, after.queue, getHandoff),
    chats: keepSame(before.chats, after.chats, getHandoff),
    others: keepSame(before.others, after.others, getHandoff),
    agents: keepSame(before.agents, after.agents, ({ id }) => id),
  };
}

/** The time a view takes to arrive varies: clocks that show seconds follow only what they would show. */
function adjustOffset(before: number, after: number): number {
  return Math.abs(after - before) < LEAST_OFFSET_MS ? before : after;
}

/** Empty at the first view: what was there before the page was opened is no news. */
export function findNews(before: FloorView | undefined, after: FloorView): News[] {
  if (!before) return [];
  const wasKnown = new Set(
    [...before.queue, ...before.chats, ...before.others].map(({ handoff }) => handoff),
  );
  const wasQueued = new Set(before.queue.map(({ handoff }) => handoff));
  const isHeld = new Set(after.chats.map(({ handoff }) => handoff));
  const wasHeld = new Set(before.chats.map(({ handoff }) => handoff));
  return [
    ...after.queue
      .filter(({ handoff }) => !wasKnown.has(handoff) || (!wasQueued.has(handoff) && !wasHeld.has(handoff)))
      .map((head): News => ({ kind: 'arrived', head })),
    ...after.chats
      .filter(({ handoff }) => !wasHeld.has(handoff))
      .map((head): News => ({ kind: 'came', head })),
    ...before.chats
      .filter(({ handoff }) => !isHeld.has(handoff))
      .map((head): News => ({ kind: 'left', head })),
  ];
}

/** Puts what was loaded beside what has been heard live in the meantime. */
export function applyDetail(state: DeskState, handoff: string, detail: ChatDetail): DeskState {
  const known = state.chats[handoff] ?? EMPTY_CHAT;
  return settleOutgoing(
    putChat(state, handoff, {
      ...known,
      state: 'ready',
      heldSince: detail.head.heldSince,
      token: detail.token,
      entries: mergeEntries(detail.entries, known.entries),
      notes: mergeNotes(detail.notes, known.notes),
      slots: detail.slots,
      answers: detail.answers,
      cases: detail.cases,
    }),
    handoff,
  );
}

export function applySaid(state: DeskState, handoff: string, entry: Entry): DeskState {
  const chat = state.chats[handoff];
  if (!chat) return state;
  const typingUntil = entry.from === 'passenger' ? 0 : chat.typingUntil;
  const entries = mergeEntries(chat.entries, [entry]);
  return settleOutgoing(putChat(state, handoff, { ...chat, entries, typingUntil }), handoff);
}

export function applyNoted(state: DeskState, handoff: string, note: Note): DeskState {
  const chat = state.chats[handoff];
  return chat ? putChat(state, handoff, { ...chat, notes: mergeNotes(chat.notes, [note]) }) : state;
}

export function applyCase(state: DeskState, handoff: string, head: CaseHead): DeskState {
  const chat = state.chats[handoff];
  if (!chat) return state;
  const others = chat.cases.filter(({ reference }) => reference !== head.reference);
  return putChat(state, handoff, { ...chat, cases: [head, ...others] });
}

export function applyTyping(state: DeskState, handoff: string, now: number): DeskState {
  const chat = state.chats[handoff];
  return chat ? putChat(state, handoff, { ...chat, typingUntil: now + TYPING_MS }) : state;
}

export function putChat(state: DeskState, handoff: string, chat: Chat): DeskState {
  return { ...state, chats: { ...state.chats, [handoff]: chat } };
}

export function putOutgoing(state: DeskState, handoff: string, outgoing: readonly Outgoing[]): DeskState {
  const all = { ...state.outgoing, [handoff]: outgoing };
  const left = Object.entries(all).filter(([, messages]) => messages.length > 0);
  return { ...state, outgoing: Object.fromEntries(left) };
}

export function changeOutgoing(
  state: DeskState,
  handoff: string,
  clientId: string,
  change: Partial<Outgoing>,
): DeskState {
  const changed = (state.outgoing[handoff] ?? []).map((each) =>
    each.clientId === clientId ? { ...each, ...change } : each,
  );
  return settleOutgoing(putOutgoing(state, handoff, changed), handoff);
}

/** A chat worked in comes first. */
export function noteWorkedIn(state: DeskState, handoff: string): DeskState {
  if (state.recent[0] === handoff) return state;
  return { ...state, recent: [handoff, ...state.recent.filter((each) => each !== handoff)] };
}

/** A message that stands in the chat is no longer on its way. */
function settleOutgoing(state: DeskState, handoff: string): DeskState {
  const outgoing = state.outgoing[handoff];
  const entries = state.chats[handoff]?.entries;
  if (!outgoing || !entries) return state;
  const positions = new Set(entries.map(({ position }) => position));
  const left = outgoing.filter(({ position }) => position === undefined || !positions.has(position));
  return left.length === outgoing.length ? state : putOutgoing(state, handoff, left);
}

function mergeEntries(one: readonly Entry[], other: readonly Entry[]): Entry[] {
  const byPosition = new Map([...one, ...other].map((entry) => [entry.position, entry]));
  return [...byPosition.values()].sort((first, second) => first.position - second.position);
}

function mergeNotes(one: readonly Note[], other: readonly Note[]): Note[] {
  const byContent = new Map(
    [...one, ...other].map((note) => [`${note.at} ${note.kind} ${note.agentName} ${note.text}`, note]),
  );
  return [...byContent.values()].sort((first, second) => first.at.localeCompare(second.at));
}
