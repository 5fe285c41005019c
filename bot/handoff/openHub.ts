import type { Storage } from 'botbuilder';
import type { Logger } from 'pino';
import type { Agenda } from '../../services/agenda.js';
import type { Clock } from '../../services/clock.js';
import type { Handoff } from '../../services/desk/handoff.js';
import type { EventLog, Json } from '../../services/eventLog.js';
import type { AgendaHandler } from '../agendaRunner.js';
import type { ComposeNotice } from '../concierge.js';
import type { ConversationLog } from '../conversationLog.js';
import type { TurnLock } from '../turnLock.js';
import { composeDelay, composeHubNotice, type NoticeWords } from './composeHubNotice.js';
import type { Hub, HubAgent, HubNews } from './hub.js';
import { HubHandoffs } from './hubHandoffs.js';
import { HubJournal } from './hubJournal.js';
import { HubLoadView } from './hubLoadView.js';
import { HubNotes } from './hubNotes.js';
import { HubPump } from './hubPump.js';
import { HubQueue } from './hubQueue.js';
import { HubReception } from './hubReception.js';
import { queuedItemSchema, queuedNewsSchema, type QueuedItem } from './queuedItem.js';

export interface HubParts extends NoticeWords {
  readonly hub: Hub;
  readonly eventLog: EventLog;
  readonly storage: Storage;
  readonly agenda: Agenda;
  readonly lock: Pick<TurnLock, 'run'>;
  readonly conversationLog: Pick<ConversationLog, 'readAfter'>;
  /** As `ProactiveSender.sendNotice`. */
  readonly sendNotice: (reference: Json, compose: ComposeNotice, id: string) => Promise<void>;
  /** Says it once under its id, between turns, if `checkSpeaker` resolves then. */
  readonly say: (
    handoff: Handoff,
    agent: HubAgent,
    message: { readonly id: string; readonly text: string },
    checkSpeaker: () => Promise<Handoff>,
  ) => Promise<void>;
  /** An address at which the hub's agents can fetch an uploaded file; undefined where none can be given. */
  readonly linkUpload: (id: string) => Promise<string | undefined>;
  readonly clock: Clock;
  readonly createId: () => string;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** An outside hub in the place of the service's own desk. */
export interface OpenedHub {
  readonly handoffs: HubHandoffs;
  /** For reports of the hub; returns once they would survive the process. */
  readonly receive: (news: HubNews) => Promise<void>;
  /** By the kinds of agenda entries that are the hub's. */
  readonly agendaHandlers: ReadonlyMap<string, AgendaHandler>;
  /** Resolves when nothing is on its way to or from the hub just now. */
  settle(): Promise<void>;
  /** Lets what is on its way arrive; the rest waits for the next start. */
  close(): Promise<void>;
}

const OUTGOING = 'hub-outgoing';
const INCOMING = 'hub-incoming';
/** A hiccup of the hub is not worth a word to the passenger. */
const TRIES_BEFORE_TOLD = 2;

export function openHub(parts: HubParts): OpenedHub {
  const { hub, storage, clock, log } = parts;
  const journal = new HubJournal(parts);
  const load = new HubLoadView(parts);
  const outgoingQueue = new HubQueue(storage, OUTGOING, queuedItemSchema);
  const incomingQueue = new HubQueue(storage, INCOMING, queuedNewsSchema);
  const notes = new HubNotes(parts);
  const reception: HubReception = new HubReception({
    readHistory: (handoff, after) => notes.composeHistory(handoff, after),
    note: async ({ handoff, place }, id, text) => {
      if (place !== undefined) await outgoing.add(handoff.conversation, { kind: 'note', id, text, place });
    },
    journal,
    load,
    log,
    queue: (news) => incoming.add(news.conversation, news),
    tell: (notice, standing) =>
      parts.sendNotice(
        notice.handoff.reference,
        (language) => composeHubNotice(notice, standing, language, parts),
        notice.id,
      ),
    say: (handoff, agent, message) =>
      parts.say(handoff, agent, message, () => reception.checkSpeaker(handoff.conversation, handoff.id)),
  });
  const outgoing: HubPump<QueuedItem> = new HubPump({
    ...parts,
    kind: OUTGOING,
    queue: outgoingQueue,
    handle: (_conversation, item, tries) => hub.send(item.place, item, tries > 0),
    onFailure: (conversation, item, tries, isFinal) => tellOfFailure(conversation, item, tries, isFinal),
  });
  const incoming: HubPump<HubNews> = new HubPump({
    ...parts,
    kind: INCOMING,
    queue: incomingQueue,
    handle: (conversation, news) => reception.follow(conversation, news),
  });

  async function tellOfFailure(
    conversation: string,
    item: QueuedItem,
    tries: number,
    isFinal: boolean,
  ): Promise<void> {
    const talk = await journal.find(conversation);
    if (talk?.phase !== 'held' || talk.place !== item.place || item.kind !== 'words') return;
    const { id: handoff, reference } = talk.handoff;
    if (isFinal) {
      const at = clock.now().toISOString();
      const news = { id: `failed ${item.id}`, conversation, handoff, place: item.place, at };
      await reception.receive({ ...news, kind: 'failed' });
    } else if (tries === TRIES_BEFORE_TOLD) {
      await parts
        .sendNotice(reference, (language) => [composeDelay(language, parts)], `delayed ${item.id}`)
        .catch((error: unknown) => log.warn({ err: error, conversation }, 'a passenger could not be told'));
    }
  }

  return {
    handoffs: new HubHandoffs({
      ...parts,
      journal,
      load,
      notes,
      outgoing,
      prepareQueues: async (conversation) => {
        await outgoingQueue.prepare(conversation);
        await incomingQueue.prepare(conversation);
      },
    }),
    receive: (news) => reception.receive(news),
    agendaHandlers: new Map<string, AgendaHandler>([
      [OUTGOING, (entry) => outgoing.wake(entry)],
      [INCOMING, (entry) => incoming.wake(entry)],
    ]),
    async settle() {
      await outgoing.settle();
      await incoming.settle();
    },
    async close() {
      await outgoing.stop();
      await incoming.stop();
    },
  };
}
