import type {
  CannedReply,
  CaseHead,
  ChatDetail,
  ChatHead,
  Entry,
  FloorView,
  Note,
  Session,
} from '../../../bot/channels/desk/wire.js';

export type View = 'chats' | 'cases' | 'floor' | 'replies';

export type Connection =
  | { readonly kind: 'connecting' | 'online' | 'reconnecting' | 'offline' }
  /** `retryAt`: milliseconds since the epoch. */
  | { readonly kind: 'waiting'; readonly retryAt: number };

/** A message of this agent's on its way. `clientId` makes sending it again harmless. */
export interface Outgoing {
  readonly clientId: string;
  readonly text: string;
  /** The newest position of the chat when it was written: what it becomes stands further on. */
  readonly after: number;
  /** Why it was refused; absent while on its way. */
  readonly refused?: string | undefined;
  /** Where it stands in the chat, once the service has said so. */
  readonly position?: number;
}

/** A chat as the page knows it: what was loaded, and what was said since. */
export interface Chat {
  readonly state: 'loading' | 'ready' | 'failed';
  /** The hold during which the token was given: with another one it is worth nothing. */
  readonly heldSince?: string | undefined;
  readonly token?: string | undefined;
  readonly entries: readonly Entry[];
  readonly notes: readonly Note[];
  readonly slots: ChatDetail['slots'];
  readonly answers: ChatDetail['answers'];
  readonly cases: readonly CaseHead[];
  /** Until when the passenger counts as writing; milliseconds since the epoch, this browser's clock. */
  readonly typingUntil: number;
}

export interface DeskState {
  readonly session: Session | 'unknown' | 'signed-out';
  /** Signed out by the service, not by the agent. */
  readonly ended: boolean;
  readonly connection: Connection;
  readonly floor?: FloorView;
  /** The service's clock minus this browser's, in milliseconds. */
  readonly clockOffset: number;
  /** By handoff. */
  readonly chats: Readonly<Record<string, Chat>>;
  readonly outgoing: Readonly<Record<string, readonly Outgoing[]>>;
  /** Handoffs a supervisor follows. */
  readonly watched: readonly string[];
  /** Open chats by when they were last worked in, latest first. */
  readonly recent: readonly string[];
  readonly view: View;
  readonly canned: readonly CannedReply[];
}

export const EMPTY_CHAT: Chat = {
  state: 'loading',
  entries: [],
  notes: [],
  slots: [],
  answers: [],
  cases: [],
  typingUntil: 0,
};

export const INITIAL_STATE: DeskState = {
  session: 'unknown',
  ended: false,
  connection: { kind: 'connecting' },
  clockOffset: 0,
  chats: {},
  outgoing: {},
  watched: [],
  recent: [],
  view: 'chats',
  canned: [],
};

/** The agent's own chats, in the order in which they were taken, then those watched. */
export function listOpenChats({ floor, watched }: Pick<DeskState, 'floor' | 'watched'>): ChatHead[] {
  if (!floor) return [];
  const mine = [...floor.chats].sort((one, other) =>
    (one.heldSince ?? '').localeCompare(other.heldSince ?? ''),
  );
  const others = [...floor.others, ...floor.queue];
  const followed = watched.flatMap((handoff) => others.find((head) => head.handoff === handoff) ?? []);
  return [...mine, ...followed.filter(({ handoff }) => !mine.some((own) => own.handoff === handoff))];
}

/** Which of the open chats get a column: those worked in last, in the order of the tabs. */
export function chooseColumns(
  open: readonly ChatHead[],
  recent: readonly string[],
  columns: number,
): ChatHead[] {
  const rank = ({ handoff }: ChatHead): number => {
    const place = recent.indexOf(handoff);
    return place < 0 ? recent.length : place;
  };
  const chosen = [...open].sort((one, other) => rank(one) - rank(other)).slice(0, columns);
  return open.filter((head) => chosen.includes(head));
}

/** The chat that shortcuts and the side panel are about. */
export function findFocused(state: Pick<DeskState, 'floor' | 'watched' | 'recent'>): ChatHead | undefined {
  const open = listOpenChats(state);
  return state.recent.flatMap((id) => open.find(({ handoff }) => handoff === id) ?? [])[0] ?? open[0];
}

/** Without messages that stand in the chat already while the service's answer is still to come. */
export function listUnechoed(outgoing: readonly Outgoing[], entries: readonly Entry[]): readonly Outgoing[] {
  return outgoing.filter(
    ({ text, after, refused }) =>
      refused !== undefined ||
      !entries.some((entry) => entry.from === 'agent' && entry.position > after && entry.text === text),
  );
}

export function isMine({ floor }: Pick<DeskState, 'floor'>, handoff: string): boolean {
  return floor?.chats.some((head) => head.handoff === handoff) ?? false;
}
