import { describe, expect, it } from '@jest/globals';
import { decideNews, mayBeSaid } from '../../../bot/handoff/decideNews.js';
import type { HubNews } from '../../../bot/handoff/hub.js';
import type { HubEvent } from '../../../bot/handoff/hubEvent.js';
import { describeStanding, evolveTalk, type HubTalk } from '../../../bot/handoff/hubTalk.js';

const LI = { id: 'li', name: 'Li' };
const ANA = { id: 'ana', name: 'Ana' };
const REQUESTED: HubEvent = {
  type: 'handoff-requested',
  handoff: {
    id: 'h1',
    conversation: 'wu',
    reference: {},
    language: 'en',
    topic: 'handoff',
    reason: 'asked',
    priority: 'normal',
    opened: '2026-11-22T08:00:00.000Z',
    atHead: false,
  },
};
const OPENED: HubEvent = { type: 'handoff-opened', place: '7', position: 3 };
const JOINED: HubEvent = { type: 'agent-joined', agent: LI, place: '7' };
const SPOKE: HubEvent = { type: 'agent-spoke', message: 'm1' };
const at = '2026-11-22T08:10:00.000Z';
const ended = (by: 'agent' | 'passenger' | 'hub'): HubEvent => ({ type: 'handoff-ended', by, at });

const WAITING = [REQUESTED, OPENED];
const HELD = [...WAITING, JOINED, SPOKE];
const given = (events: readonly HubEvent[]) => events.reduce<HubTalk | undefined>(evolveTalk, undefined);

type Kind = HubNews extends infer Each
  ? Omit<Each, 'id' | 'conversation' | 'handoff' | 'place' | 'at'>
  : never;
const news = (kind: Kind, more: Partial<HubNews> = {}): HubNews =>
  ({ id: 'm2', conversation: 'wu', handoff: 'h1', place: '7', at, ...kind, ...more }) as HubNews;
const joined = (agent = LI) => news({ kind: 'joined', agent } as Kind);
const said = (more: Partial<HubNews> = {}, agent = LI) =>
  news({ kind: 'said', agent, text: 'x' } as Kind, more) as Extract<HubNews, { kind: 'said' }>;
const LATER = { at: '2026-11-22T08:11:00.000Z' };

describe('what a report changes', () => {
  const cases: [string, readonly HubEvent[], HubNews, string[]][] = [
    ['nobody asked, and somebody joins', [], joined(), []],
    ['an agent joins who waits for an answer', [REQUESTED], joined(), ['agent-joined']],
    ['an agent joins', WAITING, joined(), ['agent-joined']],
    ['the same one joins again', HELD, joined(), []],
    ['another one takes over', HELD, joined(ANA), ['agent-joined']],
    ['another one says a word beside', HELD, said({}, ANA), []],
    ['somebody speaks first', WAITING, said(), ['agent-joined']],
    ['the agent is off', HELD, news({ kind: 'left' }), ['agent-left']],
    ['nobody is off', WAITING, news({ kind: 'left' }), []],
    ['the talk ends', HELD, news({ kind: 'ended' }), ['handoff-ended']],
    ['it ends again', [...HELD, ended('agent')], news({ kind: 'ended' }), []],
    ['one that is over is assigned', [...HELD, ended('agent')], joined(ANA), []],
    ['said before the end, heard after it', [...HELD, ended('agent')], said(), []],
    ['said after the end', [...HELD, ended('agent')], said(LATER), ['agent-joined']],
    ['said again after the end', [...HELD, ended('agent')], said({ ...LATER, id: 'm1' }), []],
    ['said to a passenger who left', [...HELD, ended('passenger')], said(LATER), []],
    ['of another handoff', HELD, news({ kind: 'ended' }, { handoff: 'h0' }), []],
    ['of another place', HELD, news({ kind: 'ended' }, { place: '6' }), []],
    ['the hub fails', HELD, news({ kind: 'failed' }), ['handoff-ended']],
  ];
  it.each(cases)('%s', (_name, events, report, expected) => {
    expect(decideNews(given(events), report).map(({ type }) => type)).toEqual(expected);
  });
});

describe('what an agent says', () => {
  it.each<[string, readonly HubEvent[], Partial<HubNews>, boolean]>([
    ['in the talk', HELD, {}, true],
    ['once more', HELD, { id: 'm1' }, false],
    ['in another handoff', HELD, { handoff: 'h0' }, false],
    ['in another place', HELD, { place: '6' }, false],
    ['before the end, reported after it', [...HELD, ended('agent')], {}, true],
    ['after the passenger left', [...HELD, ended('passenger')], LATER, false],
    ['to nobody', [], {}, false],
  ])('%s', (_name, events, more, expected) => {
    expect(mayBeSaid(given(events), said(more))).toBe(expected);
  });
});

describe('what the passenger is told', () => {
  const untold = (events: readonly HubEvent[]) => given(events)?.untold.map(({ kind }) => kind);

  it.each<[string, readonly HubEvent[], string[]]>([
    ['nothing while waiting', WAITING, []],
    ['who joined', HELD, ['joined']],
    ['who took over', [...HELD, { ...JOINED, agent: ANA }], ['joined', 'changed']],
    ['who was lost', [...HELD, { type: 'agent-left' }], ['joined', 'returned']],
    ['the end', [...HELD, ended('agent')], ['joined', 'ended']],
    ['a failure', [...HELD, ended('hub')], ['joined', 'failed']],
    ['an end before anybody came', [...WAITING, ended('agent')], ['failed']],
    ['nothing more when they left', [...HELD, ended('passenger')], []],
  ])('%s', (_name, events, expected) => {
    expect(untold(events)).toEqual(expected);
  });

  it('never names two notices alike', () => {
    const talk = given([...HELD, { type: 'agent-left' }, JOINED, ended('agent'), REQUESTED, OPENED, JOINED]);
    const ids = talk?.untold.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(5);
  });

  it.each([
    [5, 3],
    [2, 2],
    [0, 1],
  ])('with %i waiting at the hub stands at place %i', (waiting, position) => {
    expect(describeStanding(given(WAITING), { staffing: 'busy', waiting })).toMatchObject({ position });
  });
});
