import type { UploadLimits } from '../../uploads/uploadQuota.js';

/** What the Direct Line channel needs to know, already checked. */
export interface DirectLineConfig {
  /** Asked for by `tokens/generate` and `conversations` when set; without it anybody may start a conversation. */
  readonly secret?: string;
  /** Signs tokens; at least 32 characters. Without it one is generated and kept in `dataDir`. */
  readonly signingKey?: string;
  readonly dataDir: string;
  /** Where clients reach the service, such as `https://chat.example.com`; without it the request's Host is used. */
  readonly publicUrl?: string;
  /** How many proxies in front of the service write X-Forwarded-For; 0 trusts no such header. */
  readonly trustedProxies: number;
  readonly limits: DirectLineLimits;
}

export interface DirectLineLimits extends UploadLimits {
  /** New conversations per address and minute. */
  readonly startsPerMinute: number;
  /** Messages and events per conversation in ten seconds. */
  readonly messagesPerTenSeconds: number;
  readonly uploadsPerMinute: number;
  /** All other calls per address and minute. */
  readonly callsPerMinute: number;
  readonly streamsPerConversation: number;
}

/** Generous to people (an airport's passengers share one address), in the way of programs. */
export const DEFAULT_LIMITS: DirectLineLimits = {
  startsPerMinute: 60,
  messagesPerTenSeconds: 15,
  uploadsPerMinute: 10,
  filesPerDay: 20,
  fileBytesPerDay: 50 * 1024 * 1024,
  callsPerMinute: 3000,
  streamsPerConversation: 20,
};

export const DIRECT_LINE_PATH = '/v3/directline';
export const CHANNEL_ID = 'directline';
export const SESSION_PATH = '/chat/session';

/** A whole activity, as JSON. */
export const MAX_ACTIVITY_BYTES = 512 * 1024;
export const MAX_UPLOAD_BYTES = 4 * 1024 * 1024;
export const MAX_UPLOAD_FILES = 3;

export const TOKEN_SECONDS = 30 * 60;
export const STREAM_TOKEN_SECONDS = 60;
export const RESUME_SECONDS = 30 * 24 * 60 * 60;
export const UPLOAD_LINK_SECONDS = 24 * 60 * 60;
