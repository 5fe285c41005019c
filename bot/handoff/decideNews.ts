import type { HubNews } from './hub.js';
import type { HubEvent } from './hubEvent.js';
import { isOpen, type HubTalk } from './hubTalk.js';

type Said = Extract<HubNews, { kind: 'said' }>;

/** Whether the report is of this talk: a hub may still speak of an older one. */
export function isOfTalk(talk: HubTalk | undefined, { handoff, place }: HubNews): talk is HubTalk {
  return talk?.handoff.id === handoff && (talk.place === undefined || talk.place === place);
}

/**
 * What a report changes, which may be nothing: reports come twice, late and in any order. What an agent says is put
 * before the passenger by `mayBeSaid`; here it only tells that the agent is there.
 */
export function decideNews(talk: HubTalk | undefined, news: HubNews): HubEvent[] {
  if (!isOfTalk(talk, news)) return [];
  switch (news.kind) {
    case 'joined':
      // A talk that is over is assigned without anybody speaking in it.
      return talk.phase === 'ended' ? [] : join(talk, news);
    case 'left':
      return talk.phase === 'held' ? [{ type: 'agent-left' }] : [];
    case 'said':
      return isHeardLate(talk, news) || !mayBeSaid(talk, news) ? [] : join(talk, news);
    case 'ended':
      return isOpen(talk) ? [{ type: 'handoff-ended', by: 'agent', at: news.at }] : [];
    case 'failed':
      return isOpen(talk) ? [{ type: 'handoff-ended', by: 'hub', at: news.at }] : [];
  }
}

/** A passenger who ended the talk is spoken to by the bot alone; everybody else is told, once. */
export function mayBeSaid(talk: HubTalk | undefined, news: Said): boolean {
  return isOfTalk(talk, news) && talk.ended?.by !== 'passenger' && !talk.spoken.includes(news.id);
}

/** Said before the talk was ended, and reported after it. */
function isHeardLate({ ended }: HubTalk, { at }: Said): boolean {
  return ended !== undefined && at <= ended.at;
}

/** Whoever is on the talk already is not announced again; nor does a colleague's single word take it over. */
function join(
  talk: HubTalk,
  { agent, kind, place }: Extract<HubNews, { kind: 'joined' | 'said' }>,
): HubEvent[] {
  const isThere = talk.phase === 'held' && (kind === 'said' || talk.agent?.id === agent.id);
  return isThere ? [] : [{ type: 'agent-joined', agent, place }];
}
