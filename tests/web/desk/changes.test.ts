import { describe, expect, it } from '@jest/globals';
import type { Entry, FloorView } from '../../../bot/channels/desk/wire.js';
import { findTurnToAgent } from '../../../web/desk/chats/foldBotPart.js';
import {
  applyDetail,
  applyFloor,
  applySaid,
  changeOutgoing,
  findNews,
  putChat,
  putOutgoing,
} from '../../../web/desk/state/changes.js';
import {
  chooseColumns,
  EMPTY_CHAT,
  INITIAL_STATE,
  listOpenChats,
  listUnechoed,
  type DeskState,
} from '../../../web/desk/state/deskState.js';
import { fillIn } from '../../../web/desk/words/fillIn.js';
import { createDetail, createHead, MEI } from './samples.js';

const heads = {
  one: createHead('one', 'refund', 5, { heldSince: '2026-11-22T10:00:00Z' }),
  two: createHead('two', 'change', 5, { heldSince: '2026-11-22T10:01:00Z' }),
  three: createHead('three', 'delayed', 5),
};

function createFloor(parts: Partial<FloorView> = {}): FloorView {
  return {
    me: MEI,
    queue: [],
    chats: [],
    others: [],
    agents: [],
    now: '2026-11-22T10:05:00Z',
    silenceLimitSeconds: 180,
    longWaitSeconds: 600,
    ...parts,
  };
}

function createEntry(position: number, from: Entry['from'], minute = position): Entry {
  const at = new Date(Date.UTC(2026, 10, 22, 10, minute)).toISOString();
  return { position, id: `e${position}`, at, from, text: `${position}`, attachments: [], buttons: [] };
}

describe('the floor', () => {
  it('lets go of what is known of chats that are no longer open, and keeps what is on its way', () => {
    const before: DeskState = {
      ...INITIAL_STATE,
      chats: { one: EMPTY_CHAT, gone: EMPTY_CHAT },
      outgoing: { gone: [{ clientId: 'c', text: 'unsent', after: 2 }] },
      recent: ['gone', 'one'],
      watched: ['gone', 'three'],
    };
    const after = applyFloor(before, createFloor({ chats: [heads.one], queue: [heads.three] }), 0);
    expect(Object.keys(after.chats)).toEqual(['one']);
    expect(after.recent).toEqual(['one']);
    expect(after.watched).toEqual(['three']);
    expect(after.outgoing).toBe(before.outgoing);
  });

  it('keeps what did not change as the very same, so that it is not drawn again', () => {
    const first = createFloor({ queue: [heads.three], chats: [heads.one, heads.two] });
    const before = applyFloor(INITIAL_STATE, first, 0);
    const copy = JSON.parse(JSON.stringify(first)) as FloorView;
    const same = applyFloor(before, copy, 0).floor!;
    expect(same.queue).toBe(before.floor!.queue);
    expect(same.chats).toBe(before.floor!.chats);
    const unread = { ...copy, chats: [copy.chats[0]!, { ...copy.chats[1]!, unread: 1 }] };
    const changed = applyFloor(before, unread, 0).floor!;
    expect(changed.chats[0]).toBe(before.floor!.chats[0]);
    expect(changed.chats[1]?.unread).toBe(1);
    expect(applyFloor(before, { ...copy, queue: [] }, 0).floor!.queue).toEqual([]);
  });

  it('sets the clock by the service', () => {
    const receivedAt = Date.parse('2026-11-22T10:04:00Z');
    expect(applyFloor(INITIAL_STATE, createFloor(), receivedAt).clockOffset).toBe(60_000);
  });

  it.each([
    ['what was there at first', undefined, createFloor({ queue: [heads.three] }), []],
    ['who comes', createFloor(), createFloor({ queue: [heads.three] }), ['arrived three']],
    [
      'who is assigned',
      createFloor({ queue: [heads.one] }),
      createFloor({ chats: [heads.one] }),
      ['came one'],
    ],
    ['who is lost', createFloor({ chats: [heads.one] }), createFloor({ queue: [heads.one] }), ['left one']],
    ['who is gone', createFloor({ chats: [heads.one] }), createFloor(), ['left one']],
    [
      'a colleague’s that comes back',
      createFloor({ others: [heads.two] }),
      createFloor({ queue: [heads.two] }),
      ['arrived two'],
    ],
  ])('tells as news %s', (_what, before, after, news) => {
    expect(findNews(before, after).map(({ kind, head }) => `${kind} ${head.handoff}`)).toEqual(news);
  });
});

describe('what was said', () => {
  it('is one list in order, whatever comes first: the load or the live message', () => {
    const detail = {
      ...createDetail(heads.one),
      entries: [createEntry(1, 'bot'), createEntry(2, 'passenger')],
    };
    const live = createEntry(3, 'passenger');
    const loading = putChat(INITIAL_STATE, 'one', EMPTY_CHAT);
    const positions = (state: DeskState): number[] =>
      state.chats['one']!.entries.map(({ position }) => position);
    expect(positions(applyDetail(applySaid(loading, 'one', live), 'one', detail))).toEqual([1, 2, 3]);
    expect(positions(applySaid(applyDetail(loading, 'one', detail), 'one', live))).toEqual([1, 2, 3]);
    expect(positions(applySaid(applySaid(loading, 'one', live), 'one', live))).toEqual([3]);
  });

  it.each(['the answer first', 'the echo first'])(
    'takes a message off its way once it stands there: %s',
    (order) => {
      const sent = putOutgoing(putChat(INITIAL_STATE, 'one', EMPTY_CHAT), 'one', [
        { clientId: 'c', text: '3', after: 2 },
      ]);
      const answer = (state: DeskState): DeskState => changeOutgoing(state, 'one', 'c', { position: 3 });
      const echo = (state: DeskState): DeskState => applySaid(state, 'one', createEntry(3, 'agent'));
      const after = order === 'the answer first' ? echo(answer(sent)) : answer(echo(sent));
      expect(after.outgoing).toEqual({});
    },
  );

  it('is not shown twice while the answer is still to come', () => {
    const message = { clientId: 'c', text: '3', after: 2 };
    expect(listUnechoed([message], [createEntry(3, 'passenger')])).toEqual([message]);
    expect(listUnechoed([{ ...message, after: 3 }], [createEntry(3, 'agent')])).toHaveLength(1);
    expect(listUnechoed([message], [createEntry(3, 'agent')])).toEqual([]);
  });

  it('keeps a refused message until somebody decides about it', () => {
    const sent = putOutgoing(putChat(INITIAL_STATE, 'one', EMPTY_CHAT), 'one', [
      { clientId: 'c', text: '3', after: 2 },
    ]);
    const refused = changeOutgoing(sent, 'one', 'c', { refused: 'lease-lost' });
    expect(applySaid(refused, 'one', createEntry(3, 'agent')).outgoing['one']).toHaveLength(1);
  });

  it.each([
    ['from what the passenger said last', ['bot', 'passenger', 'bot', 'passenger', 'bot'], 10, 3],
    ['nothing where nobody came yet and nothing was asked', ['bot', 'bot'], undefined, 0],
    ['an earlier agent’s part never', ['bot', 'passenger', 'agent', 'passenger', 'passenger'], 10, 1],
    ['only what was before the hold', ['passenger', 'bot', 'passenger', 'passenger'], 2, 0],
  ] as const)('folds %s', (_what, speakers, heldMinute, turn) => {
    const entries = speakers.map((from, index) => createEntry(index, from));
    const held =
      heldMinute === undefined ? undefined : new Date(Date.UTC(2026, 10, 22, 10, heldMinute)).toISOString();
    expect(findTurnToAgent(entries, held)).toBe(turn);
  });
});

describe('the columns', () => {
  const open = [heads.one, heads.two, heads.three];

  it.each([
    [['three', 'one'], 2, ['one', 'three']],
    [['two'], 1, ['two']],
    [[], 2, ['one', 'two']],
    [['three', 'two', 'one'], 3, ['one', 'two', 'three']],
  ])('go to what was worked in last (%j, %i), in the order of the tabs', (recent, count, shown) => {
    expect(chooseColumns(open, recent, count).map(({ handoff }) => handoff)).toEqual(shown);
  });

  it('follow the order in which chats were taken, watched ones last', () => {
    const floor = createFloor({ chats: [heads.two, heads.one], others: [heads.three] });
    expect(listOpenChats({ floor, watched: ['three', 'unknown'] }).map(({ handoff }) => handoff)).toEqual([
      'one',
      'two',
      'three',
    ]);
  });
});

it('fills words in and leaves unknown names as they are', () => {
  expect(fillIn('{count} of {most}, {other}', { count: 0, most: 4 })).toBe('0 of 4, {other}');
});
