export const DESK_PATH = '/desk';
export const DESK_API_PATH = `${DESK_PATH}/api`;
export const STREAM_PATH = `${DESK_API_PATH}/stream`;

/** Bodies of requests, and messages of a stream. */
export const MOST_BODY_BYTES = 64 * 1024;

/** What the agents' API is told from outside. */
export interface DeskChannelConfig {
  /** Where the service is reached from outside; cookies are for HTTPS alone where it is. */
  readonly publicUrl?: string;
  readonly trustedProxies: number;
  /** How long what a passenger says may stay unread. */
  readonly silenceSeconds: number;
  /** How long an agent's lost connection may take to come back. */
  readonly graceSeconds: number;
}
