import type { Activity, TurnContext } from 'botbuilder';
import { randomUUID } from 'node:crypto';
import { pino, type Logger } from 'pino';
import { listPublicContacts } from '../faq/policy.js';
import type { OnProgress } from '../faq/understanding/train.js';
import { systemClock, type Clock } from '../services/clock.js';
import { openControl } from './caseControl/controlServer.js';
import { createAddressControl } from './caseControl/serviceAddress.js';
import { createCaseControl } from './caseControl/staffCommand.js';
import { registerAgentDesk } from './channels/desk/registerAgentDesk.js';
import { ConnectorAuthentication } from './channels/connector/authentication.js';
import { ConnectorAdapter } from './channels/connector/connectorAdapter.js';
import { registerConnector } from './channels/connector/registerConnector.js';
import { DEFAULT_LIMITS } from './channels/directline/config.js';
import {
  DIRECT_LINE_PREFIXES,
  registerDirectLine,
  type DirectLineChannel,
} from './channels/directline/registerDirectLine.js';
import { loadSigningKey } from './channels/directline/signingKey.js';
import { Tokens } from './channels/directline/tokens.js';
import { linkUpload } from './channels/directline/uploadLinks.js';
import { LocalAdapter, type LocalAdapterParts } from './channels/local/localAdapter.js';
import { registerClaims } from './channels/web/registerClaims.js';
import { registerWeb } from './channels/web/registerWeb.js';
import type { Config } from './config.js';
import { createLanguageChooser } from './conversationLanguage.js';
import { getConversationKey, isOwnConversation, OWN_CHANNEL } from './conversationKey.js';
import { ConversationLog } from './conversationLog.js';
import { DeskBot } from './deskBot.js';
import { createAccountControl } from './desk/accountCommand.js';
import { openStaff } from './desk/openStaff.js';
import { chooseHandoffs } from './handoff/chooseHandoffs.js';
import { closeServer } from './http/closeServer.js';
import { openPort } from './http/openPort.js';
import { createServer } from './http/server.js';
import { UpgradeRouter } from './http/upgrades.js';
import { openKnowledge } from './knowledge.js';
import { createNotices } from './notices.js';
import { openServices } from './openServices.js';
import { addressPage, createPageLinks } from './pageLinks.js';
import { ProactiveSender, type ContinueConversation } from './proactive.js';
import { redactActivity } from './redaction.js';
import { openRecords } from './storage/choose.js';
import { TurnRunner, type RunActivity } from './turnRunner.js';
import { openUploads } from './uploads/openUploads.js';

const GRACE_MS = 10_000;

/** What a test or another host may replace. */
export interface AppOverrides {
  readonly clock?: Clock;
  readonly createId?: () => string;
  readonly log?: Logger;
  /** Called with 0 to 1 while the corpus is learnt. */
  readonly onProgress?: OnProgress;
}

export interface App {
  /** Opens the port and returns the address to open in a browser, without a slash at the end. */
  listen(): Promise<string>;
  /** Where the first agent signs in without a password, once: path and query. Undefined where there are accounts. */
  greetFirstAgent(): Promise<string | undefined>;
  /**
   * A way in from inside this process, for the terminal: returns how to run a turn. `deliver` gets what the bot says;
   * the activities need not be recorded before.
   */
  openLocal(
    deliver: LocalAdapterParts['deliver'],
    /** The channel's id, where what the desk has to tell of its own accord (reminders, changes) is told there too. */
    options?: { readonly tellsNewsOn: string },
  ): (activity: Partial<Activity>) => Promise<void>;
  /** Stops accepting, lets running turns finish, saves and lets go of everything. */
  close(): Promise<void>;
}

/**
 * Wires everything and listens to nothing. Fails with `storage.locked` where another process uses the data
 * directory, and with a `CorpusError` where the editors' files are not in order.
 */
export async function createApp(config: Config, overrides: AppOverrides = {}): Promise<App> {
  const clock = overrides.clock ?? systemClock;
  const createId = overrides.createId ?? randomUUID;
  const log = overrides.log ?? pino({ level: config.logLevel });
  const data = await openRecords(config, createId);

  const knowledge = await openKnowledge(config, log, overrides.onProgress);
  const { translate, corpus, answers } = knowledge;
  const conversationLog = new ConversationLog({
    eventLog: data.eventLog,
    redact: (activity) => redactActivity(activity, listPublicContacts(corpus.current.policy)),
    clock,
    createId,
    pendingActivities: data.pendingActivities,
  });
  const handoff = chooseHandoffs({
    config: config.handoff,
    records: data,
    conversationLog,
    getSender: () => proactive,
    announce: (...notice) => bot.concierge.announce(...notice),
    linkUpload: async (id) => config.publicUrl && linkUpload(id, config.publicUrl, tokens),
    translate,
    answers,
    clock,
    createId,
    log,
  });
  const files = await openUploads({ ...config, createId, clock, translate, answers });
  const services = openServices({
    config,
    ...files,
    records: data,
    policy: corpus.current.policy,
    clock,
    createId,
    log,
    agendaHandlers: handoff.agendaHandlers,
    ...createNotices({
      send: (...notice) => proactive.sendNotice(...notice),
      getFlightSource: () => services.flights.source,
      getHandoffs: () => desk.handoffs,
      translate,
      answers,
      timeZone: config.timeZone,
    }),
  });
  const desk = {
    translate,
    answers,
    understanding: knowledge.understanding,
    cases: services.cases,
    flights: services.flights,
    flightWatch: services.flightWatch,
    pages: createPageLinks(config.publicUrl),
    feedback: services.feedback,
    handoffs: handoff.choose(services.floor.floor),
    surveys: services.floor.notes,
    clock,
    timeZone: config.timeZone,
  };

  const turnRunner = new TurnRunner({ lock: data.turnLock, conversationLog, log });
  const bot = new DeskBot({ desk, storage: data.storage, conversationLog, log });

  const server = createServer({
    log,
    createId,
    allowedOrigins: config.allowedOrigins,
    openPrefixes: DIRECT_LINE_PREFIXES,
  });
  const adapter = new LocalAdapter({
    clock,
    createId,
    deliver: (activity, { ephemeral }) => {
      if (ephemeral) directLine.announce(activity);
    },
  });
  bot.equip(adapter, { recordsIncoming: false });
  handoff.equip(adapter, { isAuthenticated: false });
  const runActivity: RunActivity = (activity) =>
    adapter.process(activity, (context) => bot.concierge.run(context));
  const upgrades = new UpgradeRouter(server);
  const directLine: DirectLineChannel = await registerDirectLine(server, {
    config: {
      ...config.directline,
      dataDir: config.dataDir,
      trustedProxies: config.trustedProxies,
      ...(config.publicUrl && { publicUrl: config.publicUrl }),
      limits: DEFAULT_LIMITS,
    },
    clock,
    createId,
    log,
    eventLog: data.eventLog,
    conversationLog,
    turnRunner,
    runActivity,
    upgrades,
    ...files,
    translate,
    chooseLanguage: createLanguageChooser(data.storage),
    onTyping: (conversationId) => agentDesk.agents.showTyping(conversationId),
  });

  const tokens = new Tokens(await loadSigningKey(config.dataDir, config.directline.signingKey), clock);
  const connector = new ConnectorAdapter(
    new ConnectorAuthentication(config.connector),
    turnRunner,
    (activity) => addressPage(activity, config.publicUrl ?? '', tokens),
  );
  bot.equip(connector, { recordsIncoming: true });
  handoff.equip(connector, { isAuthenticated: config.connector.appId !== undefined });
  const logic = (context: TurnContext): Promise<void> => bot.concierge.run(context);
  registerConnector(server, { config: config.connector, adapter: connector, logic });
  handoff.register(server);

  const channels = new Map<string, ContinueConversation>([
    [OWN_CHANNEL, (reference, turn) => adapter.continueConversation(reference, turn)],
  ]);
  const proactive = new ProactiveSender({
    turnRunner,
    conversationLog,
    announce: (context, compose, id) => bot.concierge.announce(context, compose, id),
    channels,
    continueElsewhere: (reference, turn) =>
      connector.continueConversationAsync(config.connector.appId ?? '', reference, turn),
  });

  const staff = openStaff(data, clock);
  const agentDesk = registerAgentDesk(server, {
    ...data,
    config: { ...config, ...config.agents },
    dataDir: config.dataDir,
    desk,
    cases: services.cases,
    staff,
    open: services.floor,
    ...files,
    upgrades,
    conversationLog,
    turnRunner,
    sender: proactive,
    clock,
    log,
  });

  await registerWeb(server, {
    dataDir: config.dataDir,
    allowedOrigins: config.allowedOrigins,
    translate,
    readFacts: (language) => answers.readFacts(language),
    log,
  });

  await registerClaims(server, {
    cases: services.cases,
    tokens,
    translate,
    readFacts: (language) => answers.readFacts(language),
    clock,
    timeZone: config.timeZone,
  });

  const stopWatching = knowledge.watch();
  let address: string | undefined;
  const control = await openControl(
    config.dataDir,
    [
      createCaseControl(services.cases),
      createAccountControl(staff, (account) => agentDesk.agents.signOut(account)),
      createAddressControl(() => address),
    ],
    log,
  );

  return {
    async listen() {
      for await (const conversationId of conversationLog.listInterrupted()) {
        if (isOwnConversation(conversationId)) void turnRunner.runUnanswered(conversationId, runActivity);
        else
          log.warn({ conversationId }, 'a turn was lost with the process; the passenger has to write again');
      }
      await agentDesk.agents.start();
      address = await openPort(server, config);
      services.agendaRunner.start();
      return address;
    },
    greetFirstAgent: () => staff.welcome.greetFirst(),
    openLocal(deliver, options) {
      const local = new LocalAdapter({ clock, createId, deliver });
      bot.equip(local, { recordsIncoming: true });
      if (options) {
        channels.set(options.tellsNewsOn, (reference, turn) => local.continueConversation(reference, turn));
        services.agendaRunner.start();
      }
      return (activity) => turnRunner.run(getConversationKey(activity), () => local.process(activity, logic));
    },
    async close() {
      await stopWatching();
      await agentDesk.agents.stop();
      await closeServer({
        server,
        drainTurns: () => turnRunner.drain(),
        closeStreams: () => {
          directLine.close();
          agentDesk.closeStreams();
        },
        graceMs: GRACE_MS,
      });
      agentDesk.agents.close();
      await services.agendaRunner.stop();
      await handoff.close();
      await services.close();
      await control.close();
      await data.close();
    },
  };
}
