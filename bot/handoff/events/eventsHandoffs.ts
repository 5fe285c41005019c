import { z } from 'zod';
import type { Clock } from '../../../services/clock.js';
import type { HandoffRequest, Handoffs, Standing } from '../../../services/desk/handoffs.js';
import { findSkill } from '../../../services/desk/topicSkills.js';
import { RedeyeError } from '../../../services/errors.js';
import { decideNews } from '../decideNews.js';
import type { HubJournal } from '../hubJournal.js';
import { describeStanding, isOpen, type HubNotice, type HubTalk } from '../hubTalk.js';
import type { HandoffState } from './handoffEvents.js';

export interface EventsHandoffsParts {
  readonly journal: HubJournal;
  /** Channels with a hub that understands the events, and answers them. */
  readonly channels: readonly string[];
  readonly clock: Clock;
  readonly createId: () => string;
}

const NEWS = { accepted: 'joined', failed: 'failed', completed: 'ended' } as const;
const AGENT = { id: 'hub', name: '' };
/** Nothing is known of who waits or serves there; the passenger is told so. */
const LOAD = { staffing: 'unknown' } as const;

const referenceSchema = z.object({ channelId: z.string() });

/**
 * Leaves a conversation to a hub that sits between its channel and the bot, by Bot Framework's handoff events. What is
 * to be sent leaves with the turn (`HandoffEventsMiddleware`).
 */
export class EventsHandoffs implements Handoffs {
  constructor(private readonly parts: EventsHandoffsParts) {}

  /** Fails with `desk.unreachable` on a channel without a hub: nobody would come. */
  async request(request: HandoffRequest): Promise<Standing> {
    const reference = referenceSchema.safeParse(request.reference);
    if (!reference.success || !this.parts.channels.includes(reference.data.channelId)) {
      throw new RedeyeError('desk.unreachable', 'no hub on this channel');
    }
    const skill = findSkill(request.topic);
    const handoff = {
      ...request,
      ...(skill && { skill }),
      id: this.parts.createId(),
      opened: this.parts.clock.now().toISOString(),
      atHead: false,
    };
    const talk = await this.parts.journal.change(request.conversation, (now) =>
      isAsked(now) ? [] : [{ type: 'handoff-requested', handoff }],
    );
    return tellStanding(talk);
  }

  async findStanding(conversation: string): Promise<Standing> {
    return tellStanding(await this.parts.journal.find(conversation));
  }

  async leave(conversation: string): Promise<void> {
    const at = this.parts.clock.now().toISOString();
    await this.parts.journal.change(conversation, (talk) =>
      isAsked(talk) ? [{ type: 'handoff-ended', by: 'passenger', at }] : [],
    );
  }

  /** What the hub says of the conversation, and what the passenger has to be told of it. */
  async follow(conversation: string, state: HandoffState, id: string): Promise<readonly HubNotice[]> {
    const at = this.parts.clock.now().toISOString();
    const talk = await this.parts.journal.change(conversation, (now) => {
      if (now === undefined) return [];
      const base = { id, conversation, handoff: now.handoff.id, place: conversation, at };
      const kind = NEWS[state];
      return decideNews(now, kind === 'joined' ? { ...base, kind, agent: AGENT } : { ...base, kind });
    });
    return talk?.untold ?? [];
  }

  noteTold(conversation: string, notice: string): Promise<unknown> {
    return this.parts.journal.change(conversation, (talk) =>
      talk?.untold.some(({ id }) => id === notice) ? [{ type: 'passenger-told', notice }] : [],
    );
  }

  /** What the hub has to be told of, if anything. */
  async findDue(conversation: string): Promise<{ readonly what: Due; readonly talk: HubTalk } | undefined> {
    const talk = await this.parts.journal.find(conversation);
    if (talk?.phase === 'opening') return { what: 'initiate', talk };
    return talk?.owesFarewell ? { what: 'farewell', talk } : undefined;
  }

  /** It left. */
  async noteSent(conversation: string, what: Due): Promise<void> {
    await this.parts.journal.change(conversation, (talk) => {
      if (what === 'farewell') return talk?.owesFarewell ? [{ type: 'hub-told' }] : [];
      const isNew = talk?.phase === 'opening';
      return isNew ? [{ type: 'handoff-opened', place: conversation, position: 1 }] : [];
    });
  }
}

export type Due = 'initiate' | 'farewell';

function isAsked(talk: HubTalk | undefined): boolean {
  return isOpen(talk) || talk?.phase === 'opening';
}

function tellStanding(talk: HubTalk | undefined): Standing {
  return describeStanding(talk?.phase === 'opening' ? { ...talk, phase: 'waiting' } : talk, LOAD);
}
