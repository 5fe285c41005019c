import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { MemoryStorage } from 'botbuilder';
import { DEFAULT_LIMITS } from '../../bot/channels/directline/config.js';
import {
  DIRECT_LINE_PREFIXES,
  registerDirectLine,
  type DirectLineChannel,
} from '../../bot/channels/directline/registerDirectLine.js';
import { LocalAdapter } from '../../bot/channels/local/localAdapter.js';
import { AgendaRunner } from '../../bot/agendaRunner.js';
import { ConversationLog } from '../../bot/conversationLog.js';
import { createLanguageChooser } from '../../bot/conversationLanguage.js';
import { DeskBot } from '../../bot/deskBot.js';
import { closeServer } from '../../bot/http/closeServer.js';
import { createServer } from '../../bot/http/server.js';
import { UpgradeRouter } from '../../bot/http/upgrades.js';
import { ProactiveSender, type ContinueConversation } from '../../bot/proactive.js';
import { InProcessTurnLock } from '../../bot/turnLock.js';
import { openUploads } from '../../bot/uploads/openUploads.js';
import { TurnRunner } from '../../bot/turnRunner.js';
import type { Desk } from '../../dialogs/desk.js';
import { describeFlightNotice } from '../../dialogs/flightStatus/describeNotice.js';
import { FLIGHT_WATCH_KIND, FlightWatch, type FlightNotice } from '../../services/flights/flightWatch.js';
import { createTestDesk } from '../conversations/testDesk.js';
import { SettableClock } from '../conversations/settableClock.js';
import { createFlightAnswers } from '../conversations/flightAnswers.js';
import { MemoryAgenda } from '../contracts/memoryAgenda.js';
import { MemoryEventLog } from '../contracts/memoryEventLog.js';
import type { ScriptedFlights } from '../dialogs/flightStatus/scriptedFlights.js';

/** A whole desk behind Direct Line that watches flights, on a clock that stands still. */
export interface ProactiveDesk {
  /** The address for Direct Line clients. */
  readonly domain: string;
  readonly clock: SettableClock;
  readonly conversationLog: ConversationLog;
  readonly proactive: ProactiveSender;
  /** What was to be told, as often as it was tried. */
  readonly notices: FlightNotice[];
  /** Does what is due, as the agenda would. */
  runDue(): Promise<void>;
  stop(): Promise<void>;
}

export async function startProactiveDesk(
  flights: ScriptedFlights,
  options: {
    readonly dataDir: string;
    readonly now: string;
    readonly continueElsewhere?: ContinueConversation;
  },
): Promise<ProactiveDesk> {
  const { dataDir, now } = options;
  const clock = new SettableClock(new Date(now));
  const eventLog = new MemoryEventLog();
  const agenda = new MemoryAgenda();
  const storage = new MemoryStorage();
  const log = pino({ level: 'silent' });
  const createId = randomUUID;
  const notices: FlightNotice[] = [];
  const flightWatch = new FlightWatch({
    eventLog,
    agenda,
    flights,
    clock,
    log,
    notify: (notice) => {
      notices.push(notice);
      return proactive.sendNotice(
        notice.watch.watcher.conversation,
        (language) => [describeFlightNotice(notice, desk, flights.source, language)],
        notice.id,
      );
    },
  });
  const desk: Desk = {
    ...(await createTestDesk(clock, eventLog)),
    answers: await createFlightAnswers(),
    flights,
    flightWatch,
  };
  const conversationLog = new ConversationLog({ eventLog, redact: (activity) => activity, clock, createId });
  const turnRunner = new TurnRunner({ lock: new InProcessTurnLock(), conversationLog, log });
  const bot = new DeskBot({ desk, storage, conversationLog, log });
  const adapter = new LocalAdapter({ clock, createId });
  bot.equip(adapter, { recordsIncoming: false });
  const proactive = new ProactiveSender({
    turnRunner,
    conversationLog,
    announce: (context, compose, id) => bot.concierge.announce(context, compose, id),
    channels: new Map([['directline', (reference, turn) => adapter.continueConversation(reference, turn)]]),
    continueElsewhere: options.continueElsewhere ?? (() => Promise.reject(new Error('no such channel'))),
  });
  const server = createServer({ log, createId, allowedOrigins: ['*'], openPrefixes: DIRECT_LINE_PREFIXES });
  const channel: DirectLineChannel = await registerDirectLine(server, {
    config: { dataDir, trustedProxies: 0, limits: DEFAULT_LIMITS },
    clock,
    createId,
    log,
    eventLog,
    conversationLog,
    turnRunner,
    ...(await openUploads({ ...desk, dataDir, createId })),
    runActivity: (activity) => adapter.process(activity, (context) => bot.concierge.run(context)),
    upgrades: new UpgradeRouter(server),
    translate: desk.translate,
    chooseLanguage: createLanguageChooser(storage),
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const handlers = new Map([
    [FLIGHT_WATCH_KIND, (entry: Parameters<FlightWatch['look']>[0]) => flightWatch.look(entry)],
  ]);
  const runner = new AgendaRunner({ agenda, clock, log, handlers });
  return {
    domain: `http://127.0.0.1:${server.address().port}/v3/directline`,
    clock,
    conversationLog,
    proactive,
    notices,
    runDue: () => runner.runDue(),
    stop: () =>
      closeServer({
        server,
        drainTurns: () => turnRunner.drain(),
        closeStreams: () => channel.close(),
        graceMs: 5000,
      }),
  };
}
