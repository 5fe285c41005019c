import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { RedeyeError } from '../services/errors.js';
import type { ChatwootConfig } from './handoff/chatwoot/config.js';

const text = z.string().trim().min(1);
const list = text.transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

function integer(low: number, high: number) {
  const message = `a whole number from ${low} to ${high}`;
  return z
    .string()
    .regex(/^\s*\d+\s*$/, message)
    .transform(Number)
    .refine((value) => value >= low && value <= high, message);
}

const number = text.regex(/^\d{1,15}$/, 'the number in the address of its page');
const timeZone = text.refine(isTimeZone, 'an IANA time zone such as Asia/Shanghai');
const origin = text.refine(isOrigin, 'origins such as https://www.example.com, separated by commas, or *');

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const APP_TYPES = ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'] as const;
const FLIGHT_SOURCES = ['demo', 'file', 'aeroapi'] as const;
const HANDOFFS = ['desk', 'chatwoot', 'events', 'none'] as const;

const environmentSchema = z.object({
  PORT: integer(0, 65535).default(3978),
  HOST: text.default('127.0.0.1'),
  DATA_DIR: text.default('./data'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'an address such as postgres://user:password@host:5432/redeye',
    })
    .optional(),
  UPLOAD_RETENTION_DAYS: integer(1, 3650).default(30),
  FAQ_DIR: text.default('./faq'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'an address such as https://desk.example.com' })
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  TIME_ZONE: timeZone.default('Asia/Shanghai'),
  ALLOWED_ORIGINS: list.pipe(z.array(origin)).default([]),
  TRUSTED_PROXIES: integer(0, 10).default(0),
  DIRECTLINE_SECRET: text.min(16, 'at least 16 characters').optional(),
  DIRECTLINE_SIGNING_KEY: text.min(32, 'at least 32 characters').optional(),
  MICROSOFT_APP_ID: text.optional(),
  MICROSOFT_APP_PASSWORD: text.optional(),
  MICROSOFT_APP_TYPE: z.enum(APP_TYPES, { error: `one of ${APP_TYPES.join(', ')}` }).default('MultiTenant'),
  MICROSOFT_APP_TENANT_ID: text.optional(),
  CONNECTOR_SERVICE_HOSTS: list.default([]),
  DESK_SILENCE_SECONDS: integer(1, 86_400).default(180),
  DESK_GRACE_SECONDS: integer(1, 3600).default(20),
  HANDOFF: z.enum(HANDOFFS, { error: `one of ${HANDOFFS.join(', ')}` }).default('desk'),
  HANDOFF_CHANNELS: list.default(['omnichannel']),
  CHATWOOT_URL: z
    .url({ protocol: /^https?$/, error: 'an address such as https://chat.example.com' })
    .optional(),
  CHATWOOT_ACCOUNT_ID: number.optional(),
  CHATWOOT_INBOX_ID: number.optional(),
  CHATWOOT_TOKEN: text.optional(),
  CHATWOOT_WEBHOOK_SECRET: text.optional(),
  FLIGHTS_SOURCE: z.enum(FLIGHT_SOURCES, { error: `one of ${FLIGHT_SOURCES.join(', ')}` }).default('demo'),
  FLIGHTS_FILE: text.optional(),
  AEROAPI_KEY: text.optional(),
  AEROAPI_URL: z
    .url({ protocol: /^https?$/, error: 'an address such as https://aeroapi.flightaware.com/aeroapi' })
    .default('https://aeroapi.flightaware.com/aeroapi'),
});

/** The process's environment, completed by a `.env` file in the folder where there is one. */
export function loadEnvironment(folder: string): Readonly<Record<string, string | undefined>> {
  const file = join(folder, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}

type Environment = z.infer<typeof environmentSchema>;

/** Every setting, checked and typed. Paths are absolute. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly faqDir: string;
  /** Where records are kept instead of in files; holds a password. */
  readonly databaseUrl?: string;
  /** How long a passenger's file is kept, after it came and after the case it belongs to was closed. */
  readonly uploadRetentionDays: number;
  /** Where the service is reached from outside, without a trailing slash; absent: as the request says. */
  readonly publicUrl?: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** IANA zone in which the airline's days begin and end. */
  readonly timeZone: string;
  /** Origins that may embed the chat and call Direct Line from their pages; `*` for any. */
  readonly allowedOrigins: readonly string[];
  /** How many reverse proxies of the operator's stand in front and append to X-Forwarded-For. */
  readonly trustedProxies: number;
  readonly directline: { readonly secret?: string; readonly signingKey?: string };
  readonly connector: {
    readonly appId?: string;
    readonly appPassword?: string;
    readonly appType: (typeof APP_TYPES)[number];
    readonly appTenantId?: string;
    /** Hosts beside Microsoft's own that replies may be posted to; `*.example.com` covers sub-domains. */
    readonly serviceHosts: readonly string[];
  };
  readonly agents: {
    /** How long what a passenger says to an agent may stay unread. */
    readonly silenceSeconds: number;
    /** How long an agent's lost connection may take to come back. */
    readonly graceSeconds: number;
  };
  readonly handoff: HandoffConfig;
  readonly flights: FlightsConfig;
}

/** Whose agents passengers are handed to. */
export type HandoffConfig =
  | { readonly kind: 'desk' }
  | ({ readonly kind: 'chatwoot' } & ChatwootConfig)
  /** A hub between these channels and the bot. */
  | { readonly kind: 'events'; readonly channels: readonly string[] }
  | { readonly kind: 'none' };

/** Where flights are known from. */
export type FlightsConfig =
  | { readonly source: 'demo' }
  | { readonly source: 'file'; readonly file: string }
  | { readonly source: 'aeroapi'; readonly key: string; readonly url: string };

/**
 * Reads the settings from environment variables; an empty one counts as not set. Fails with `config.invalid` and one
 * line per wrong variable: its name, what was read (secrets excepted) and what is allowed.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const result = environmentSchema.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => describeIssue(issue, given));
    throw new RedeyeError('config.invalid', lines.join('\n'));
  }
  requireTogether(result.data);
  return shape(result.data, folder);
}

function shape(read: Environment, folder: string): Config {
  return {
    port: read.PORT,
    host: read.HOST,
    dataDir: resolve(folder, read.DATA_DIR),
    faqDir: resolve(folder, read.FAQ_DIR),
    uploadRetentionDays: read.UPLOAD_RETENTION_DAYS,
    ...(read.DATABASE_URL === undefined ? {} : { databaseUrl: read.DATABASE_URL }),
    ...(read.PUBLIC_URL === undefined ? {} : { publicUrl: read.PUBLIC_URL.replace(/\/+$/, '') }),
    logLevel: read.LOG_LEVEL,
    timeZone: read.TIME_ZONE,
    allowedOrigins: read.ALLOWED_ORIGINS,
    trustedProxies: read.TRUSTED_PROXIES,
    directline: {
      ...(read.DIRECTLINE_SECRET === undefined ? {} : { secret: read.DIRECTLINE_SECRET }),
      ...(read.DIRECTLINE_SIGNING_KEY === undefined ? {} : { signingKey: read.DIRECTLINE_SIGNING_KEY }),
    },
    connector: {
      ...(read.MICROSOFT_APP_ID === undefined ? {} : { appId: read.MICROSOFT_APP_ID }),
      ...(read.MICROSOFT_APP_PASSWORD === undefined ? {} : { appPassword: read.MICROSOFT_APP_PASSWORD }),
      appType: read.MICROSOFT_APP_TYPE,
      ...(read.MICROSOFT_APP_TENANT_ID === undefined ? {} : { appTenantId: read.MICROSOFT_APP_TENANT_ID }),
      serviceHosts: read.CONNECTOR_SERVICE_HOSTS,
    },
    agents: { silenceSeconds: read.DESK_SILENCE_SECONDS, graceSeconds: read.DESK_GRACE_SECONDS },
    handoff: shapeHandoff(read),
    flights: shapeFlights(read, folder),
  };
}

function shapeHandoff(read: Environment): HandoffConfig {
  switch (read.HANDOFF) {
    case 'desk':
    case 'none':
      return { kind: read.HANDOFF };
    case 'events':
      requireBeside('MICROSOFT_APP_ID', read, 'HANDOFF');
      return { kind: 'events', channels: read.HANDOFF_CHANNELS };
    case 'chatwoot':
      return {
        kind: 'chatwoot',
        url: requireBeside('CHATWOOT_URL', read, 'HANDOFF').replace(/\/+$/, ''),
        accountId: requireBeside('CHATWOOT_ACCOUNT_ID', read, 'HANDOFF'),
        inboxId: requireBeside('CHATWOOT_INBOX_ID', read, 'HANDOFF'),
        token: requireBeside('CHATWOOT_TOKEN', read, 'HANDOFF'),
        webhookSecret: requireBeside('CHATWOOT_WEBHOOK_SECRET', read, 'HANDOFF'),
      };
  }
}

function shapeFlights(read: Environment, folder: string): FlightsConfig {
  switch (read.FLIGHTS_SOURCE) {
    case 'demo':
      return { source: 'demo' };
    case 'file':
      return { source: 'file', file: resolve(folder, requireBeside('FLIGHTS_FILE', read, 'FLIGHTS_SOURCE')) };
    case 'aeroapi':
      return {
        source: 'aeroapi',
        key: requireBeside('AEROAPI_KEY', read, 'FLIGHTS_SOURCE'),
        url: read.AEROAPI_URL,
      };
  }
}

type Needed =
  | 'FLIGHTS_FILE'
  | 'AEROAPI_KEY'
  | 'MICROSOFT_APP_ID'
  | `CHATWOOT_${'URL' | 'ACCOUNT_ID' | 'INBOX_ID' | 'TOKEN' | 'WEBHOOK_SECRET'}`;

/** What the choice made by `because` does not work without. */
function requireBeside(name: Needed, read: Environment, because: 'FLIGHTS_SOURCE' | 'HANDOFF'): string {
  const value = read[name];
  if (value !== undefined) return value;
  throw new RedeyeError('config.invalid', `${name} is not set; ${because}=${read[because]} needs it`);
}

function requireTogether(read: Environment): void {
  // Each machine would make a key of its own and refuse the tokens of the others.
  if (read.DATABASE_URL && !read.DIRECTLINE_SIGNING_KEY) {
    throw new RedeyeError('config.invalid', 'DIRECTLINE_SIGNING_KEY is not set; DATABASE_URL needs it');
  }
  if (
    read.MICROSOFT_APP_ID &&
    read.MICROSOFT_APP_TYPE !== 'UserAssignedMSI' &&
    !read.MICROSOFT_APP_PASSWORD
  ) {
    throw new RedeyeError('config.invalid', 'MICROSOFT_APP_PASSWORD is not set; MICROSOFT_APP_ID needs it');
  }
  if (read.MICROSOFT_APP_TYPE !== 'MultiTenant' && read.MICROSOFT_APP_ID && !read.MICROSOFT_APP_TENANT_ID) {
    throw new RedeyeError(
      'config.invalid',
      `MICROSOFT_APP_TENANT_ID is not set; MICROSOFT_APP_TYPE=${read.MICROSOFT_APP_TYPE} needs it`,
    );
  }
}

const SECRET = /SECRET|PASSWORD|TOKEN|KEY|DATABASE_URL/;

function describeIssue(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  const read = SECRET.test(name) ? 'a value that does not fit (not shown)' : JSON.stringify(given[name]);
  return `${name} is ${read}; allowed: ${issue.message}`;
}

function isOrigin(value: string): boolean {
  return value === '*' || (/^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
