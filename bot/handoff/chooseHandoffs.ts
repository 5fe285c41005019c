import type { BotAdapter, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import type { Clock } from '../../services/clock.js';
import type { Handoffs } from '../../services/desk/handoffs.js';
import type { AgendaHandler } from '../agendaRunner.js';
import type { ComposeNotice } from '../concierge.js';
import type { HandoffConfig } from '../config.js';
import type { ConversationLog } from '../conversationLog.js';
import { AgentSpeech } from '../desk/agentSpeech.js';
import type { ProactiveSender } from '../proactive.js';
import type { Records } from '../storage/choose.js';
import { ChatwootClient } from './chatwoot/chatwootClient.js';
import { ChatwootHub } from './chatwoot/chatwootHub.js';
import type { ChatwootConfig } from './chatwoot/config.js';
import { registerChatwoot } from './chatwoot/registerChatwoot.js';
import type { NoticeWords } from './composeHubNotice.js';
import { EventsHandoffs } from './events/eventsHandoffs.js';
import { HandoffEventsMiddleware } from './events/handoffEventsMiddleware.js';
import { HubJournal } from './hubJournal.js';
import { openHub, type HubParts } from './openHub.js';

export interface ChooseHandoffsParts extends NoticeWords {
  readonly config: HandoffConfig;
  readonly records: Pick<Records, 'eventLog' | 'agenda' | 'storage' | 'turnLock'>;
  readonly conversationLog: ConversationLog;
  /** Asked for when there is something to say; opened after this. */
  readonly getSender: () => ProactiveSender;
  /** As `Concierge.announce`. */
  readonly announce: (context: TurnContext, compose: ComposeNotice, id: string) => Promise<void>;
  /** An address at which the hub's agents can fetch an uploaded file; undefined where none can be given. */
  readonly linkUpload: (id: string) => Promise<string | undefined>;
  readonly clock: Clock;
  readonly createId: () => string;
  readonly log: Logger;
}

/** Whose agents passengers come to, where it is not the desk of this service. */
export interface ChosenHandoffs {
  /** What the dialogs work with; `own` where that is the choice, and nothing where nobody is to be called. */
  choose(own: Handoffs): Handoffs | undefined;
  readonly agendaHandlers: ReadonlyMap<string, AgendaHandler>;
  /** Adds what the hub needs of a channel, behind all other middleware. */
  equip(adapter: BotAdapter, sender: { readonly isAuthenticated: boolean }): void;
  /** Adds the routes by which the hub reports. */
  register(server: Server): void;
  /** Lets what is on its way arrive; the rest waits for the next start. */
  close(): Promise<void>;
}

export function chooseHandoffs(parts: ChooseHandoffsParts): ChosenHandoffs {
  const { config } = parts;
  switch (config.kind) {
    case 'desk':
      return { ...NOTHING_MORE, choose: (own) => own };
    case 'none':
      return NOTHING_MORE;
    case 'events':
      return openEvents(config.channels, parts);
    case 'chatwoot':
      return openChatwoot(config, parts);
  }
}

const NOTHING_MORE: ChosenHandoffs = {
  choose: () => undefined,
  agendaHandlers: new Map(),
  equip: () => undefined,
  register: () => undefined,
  close: () => Promise.resolve(),
};

function openEvents(channels: readonly string[], parts: ChooseHandoffsParts): ChosenHandoffs {
  const journal = new HubJournal({ eventLog: parts.records.eventLog, clock: parts.clock });
  const handoffs = new EventsHandoffs({ ...parts, journal, channels });
  return {
    ...NOTHING_MORE,
    choose: () => handoffs,
    equip(adapter, { isAuthenticated: checksSenders }) {
      adapter.use(new HandoffEventsMiddleware({ ...parts, handoffs, channels, checksSenders }));
    },
  };
}

function openChatwoot(config: ChatwootConfig, parts: ChooseHandoffsParts): ChosenHandoffs {
  const { records, clock } = parts;
  const hub = openHub({
    ...parts,
    ...records,
    lock: records.turnLock,
    hub: new ChatwootHub(new ChatwootClient(config), config),
    sendNotice: (...notice) => parts.getSender().sendNotice(...notice),
    say: createSay(parts),
  });
  return {
    choose: () => hub.handoffs,
    agendaHandlers: hub.agendaHandlers,
    equip: () => undefined,
    register: (server) => registerChatwoot(server, { config, clock, receive: (news) => hub.receive(news) }),
    close: () => hub.close(),
  };
}

/** Agents of a hub are heard as those of the desk are; the hub's own state takes the place of a lease's token. */
function createSay({ conversationLog, translate, getSender }: ChooseHandoffsParts): HubParts['say'] {
  return async (handoff, agent, { id, text }, checkSpeaker) => {
    const speech = new AgentSpeech({
      sender: getSender(),
      conversationLog,
      checkLease: checkSpeaker,
      offerToEnd: (language) => ({
        words: translate(language, 'handoff:buttons.end'),
        lead: 'handoff:leave',
      }),
    });
    await speech.say(handoff, '', agent, { text, clientId: id });
  };
}
