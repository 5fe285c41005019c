import type { Logger } from 'pino';
import type { Handoff } from '../../services/desk/handoff.js';
import type { Standing } from '../../services/desk/handoffs.js';
import { RedeyeError } from '../../services/errors.js';
import { decideNews, isOfTalk, mayBeSaid } from './decideNews.js';
import type { HubAgent, HubNews } from './hub.js';
import type { HubJournal } from './hubJournal.js';
import type { HubLoadView } from './hubLoadView.js';
import type { History } from './hubNotes.js';
import { describeStanding, isOpen, type HubNotice, type HubTalk } from './hubTalk.js';

export interface HubReceptionParts {
  readonly journal: HubJournal;
  readonly load: Pick<HubLoadView, 'get'>;
  /** Puts a report in the conversation's queue, where it survives the process. */
  readonly queue: (news: HubNews) => Promise<void>;
  /** What was said after a place in the conversation's record, for agents. */
  readonly readHistory: (handoff: Handoff, after: number) => Promise<History>;
  /** Puts a note before the hub's agents; the same one again is put there once. */
  readonly note: (talk: HubTalk, id: string, text: string) => Promise<void>;
  /** Tells the passenger; the same notice again is told once. */
  readonly tell: (notice: HubNotice, standing: Standing) => Promise<void>;
  /** Says what the agent says, once under its `id`, between turns, if `checkSpeaker` holds then. */
  readonly say: (
    handoff: Handoff,
    agent: HubAgent,
    message: { readonly id: string; readonly text: string },
  ) => Promise<void>;
  readonly log: Pick<Logger, 'info'>;
}

/** Takes in what the hub reports, and brings it to the passenger. */
export class HubReception {
  constructor(private readonly parts: HubReceptionParts) {}

  /** Takes a report in, to be followed soon; one of a talk that is not the conversation's is left. */
  async receive(news: HubNews): Promise<void> {
    if (isOfTalk(await this.parts.journal.find(news.conversation), news)) return this.parts.queue(news);
    this.parts.log.info(
      { news: news.id, handoff: news.handoff },
      'the hub reports of a talk that is not open here',
    );
  }

  /** Does all that a report asks for. May be called again for one that failed half-way. */
  async follow(conversation: string, news: HubNews): Promise<void> {
    await this.parts.journal.change(conversation, (talk) => decideNews(talk, news));
    await this.tellUntold(conversation);
    if (news.kind === 'said') await this.passOn(conversation, news);
  }

  /** Fails with `desk.lease-lost` where the passenger is in no talk of this handoff any more. */
  async checkSpeaker(conversation: string, handoff: string): Promise<Handoff> {
    const talk = await this.parts.journal.find(conversation);
    if (talk?.handoff.id !== handoff || talk.ended?.by === 'passenger') {
      throw new RedeyeError('desk.lease-lost', handoff);
    }
    return talk.handoff;
  }

  private async passOn(conversation: string, news: Extract<HubNews, { kind: 'said' }>): Promise<void> {
    const talk = await this.parts.journal.find(conversation);
    if (talk === undefined || !mayBeSaid(talk, news)) return;
    try {
      await this.parts.say(talk.handoff, news.agent, { id: news.id, text: news.text });
    } catch (error) {
      if (!(error instanceof RedeyeError) || error.code !== 'desk.lease-lost') throw error;
      this.parts.log.info({ news: news.id }, 'the passenger ended the talk before the agent said this');
      return;
    }
    await this.parts.journal.change(conversation, (now) =>
      isOfTalk(now, news) && !now.spoken.includes(news.id) ? [{ type: 'agent-spoke', message: news.id }] : [],
    );
  }

  /** Whoever joins has before them what was said while nobody of the hub was there. */
  private async brief(talk: HubTalk, { id, kind }: HubNotice): Promise<void> {
    if (kind !== 'joined' && kind !== 'returned') return;
    const { text, upTo } = await this.parts.readHistory(talk.handoff, talk.briefedUpTo);
    if (upTo === talk.briefedUpTo) return;
    if (kind === 'joined' && text !== '') await this.parts.note(talk, `history ${id}`, text);
    await this.parts.journal.change(talk.handoff.conversation, (now) =>
      now?.handoff.id === talk.handoff.id ? [{ type: 'hub-briefed', upTo }] : [],
    );
  }

  private async tellUntold(conversation: string): Promise<void> {
    for (;;) {
      const talk = await this.parts.journal.find(conversation);
      const notice = talk?.untold[0];
      if (notice === undefined) return;
      // A handoff that was asked for afresh makes news of an older one stale.
      if (talk !== undefined) await this.brief(talk, notice);
      const isStale = notice.handoff.id !== talk?.handoff.id && isOpen(talk);
      if (!isStale) await this.parts.tell(notice, describeStanding(talk, this.parts.load.get()));
      await this.parts.journal.change(conversation, (now) =>
        now?.untold.some(({ id }) => id === notice.id) ? [{ type: 'passenger-told', notice: notice.id }] : [],
      );
    }
  }
}
