import type { Activity, ResourceResponse, TurnContext } from 'botbuilder';
import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { DEFAULT_LIMITS, type DirectLineConfig } from '../../../../bot/channels/directline/config.js';
import {
  DIRECT_LINE_PREFIXES,
  registerDirectLine,
} from '../../../../bot/channels/directline/registerDirectLine.js';
import { LocalAdapter } from '../../../../bot/channels/local/localAdapter.js';
import { ConversationLog } from '../../../../bot/conversationLog.js';
import { closeServer } from '../../../../bot/http/closeServer.js';
import { createServer } from '../../../../bot/http/server.js';
import { UpgradeRouter } from '../../../../bot/http/upgrades.js';
import { openDataDirectory } from '../../../../bot/storage/lowdb/openDataDirectory.js';
import { InProcessTurnLock } from '../../../../bot/turnLock.js';
import { TurnRunner } from '../../../../bot/turnRunner.js';
import { openUploads } from '../../../../bot/uploads/openUploads.js';
import { systemClock, type Clock } from '../../../../services/clock.js';

export interface EchoService {
  readonly url: string;
  readonly domain: string;
  readonly log: ConversationLog;
  readonly adapter: LocalAdapter;
  /** Texts the bot was given, in order, as often as it was given them. */
  readonly heard: string[];
  readonly logLines: string[];
  stop(): Promise<void>;
}

export interface EchoOptions {
  readonly dataDir: string;
  readonly config?: Partial<DirectLineConfig>;
  readonly clock?: Clock;
  readonly allowedOrigins?: string[];
  readonly port?: number;
  /** Runs in the bot's place; what it throws fails the turn. */
  readonly bot?: (context: TurnContext) => Promise<void>;
}

/** A whole Direct Line service around a bot that repeats what it hears. */
export async function startEchoService(options: EchoOptions): Promise<EchoService> {
  const clock = options.clock ?? systemClock;
  const createId = (): string => randomBytes(16).toString('base64url');
  const logLines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void logLines.push(line) });
  const data = await openDataDirectory(options.dataDir);
  const { eventLog, pendingActivities } = data;
  const redact = (activity: Partial<Activity>): Partial<Activity> => activity;
  const conversationLog = new ConversationLog({ eventLog, redact, clock, createId, pendingActivities });
  const turnRunner = new TurnRunner({ lock: new InProcessTurnLock(), conversationLog, log });
  const heard: string[] = [];
  const server = createServer({
    log,
    createId,
    allowedOrigins: options.allowedOrigins ?? ['*'],
    openPrefixes: DIRECT_LINE_PREFIXES,
  });
  const adapter: LocalAdapter = new LocalAdapter({
    clock,
    createId,
    deliver: (activity, { ephemeral }) => {
      if (ephemeral) channel.announce(activity);
    },
  });
  recordReplies(adapter, conversationLog);
  const bot = options.bot ?? echo;
  const files = await openUploads({
    dataDir: options.dataDir,
    createId,
    clock,
    translate: (language, key) => `${key} in ${language}`,
    answers: { readFacts: () => ({ airline: 'Redeye Air', phone: '', complaintsEmail: '' }) as never },
  });
  const channel = await registerDirectLine(server, {
    config: { dataDir: options.dataDir, trustedProxies: 0, limits: DEFAULT_LIMITS, ...options.config },
    clock,
    createId,
    log,
    eventLog,
    conversationLog,
    turnRunner,
    ...files,
    upgrades: new UpgradeRouter(server),
    runActivity: (activity) =>
      adapter.process(activity, async (context) => {
        if (context.activity.type === 'message') heard.push(context.activity.text);
        await bot(context);
      }),
    translate: (language, key) => `${key} in ${language}`,
    chooseLanguage: ({ locale }) => Promise.resolve(locale === 'zh-CN' ? 'zh-Hans' : 'en'),
  });
  await new Promise<void>((resolve) => void server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  return {
    url,
    domain: `${url}/v3/directline`,
    log: conversationLog,
    adapter,
    heard,
    logLines,
    async stop() {
      await closeServer({
        server,
        drainTurns: () => turnRunner.drain(),
        closeStreams: () => channel.close(),
        graceMs: 5000,
      });
      await data.close();
    },
  };
}

async function echo(context: TurnContext): Promise<void> {
  const { type, text, name, attachments } = context.activity;
  if (type === 'conversationUpdate') await context.sendActivity('welcome');
  if (type === 'event') await context.sendActivity(`event ${name}`);
  if (type !== 'message') return;
  await context.sendActivity({ type: 'typing' });
  await context.sendActivity(attachments?.length ? `file ${attachments[0]!.contentType}` : `echo ${text}`);
}

/** What the service's transcript middleware does: record at the end of a turn, all at once. */
function recordReplies(adapter: LocalAdapter, log: ConversationLog): void {
  adapter.use(async (context, next) => {
    const said: Partial<Activity>[] = [];
    context.onSendActivities(async (_context, activities, send: () => Promise<ResourceResponse[]>) => {
      const responses = await send();
      said.push(...activities.filter((activity) => activity.type !== 'typing'));
      return responses;
    });
    await next();
    const { conversation, id, name } = context.activity;
    await log.recordOutgoing(
      conversation.id,
      said,
      name === 'ContinueConversation' ? {} : { completes: id! },
    );
  });
}
