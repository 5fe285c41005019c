/** The bot's registration with Azure Bot Service, already checked. */
export interface ConnectorConfig {
  /** Without it nobody can be authenticated, and only callers on this machine are served. */
  readonly appId?: string;
  readonly appPassword?: string;
  readonly appType: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
  readonly appTenantId?: string;
  /** Hosts beside Microsoft's own that replies may be posted to; `*.example.com` covers sub-domains. */
  readonly serviceHosts: readonly string[];
}

export const MESSAGES_PATH = '/api/messages';
export const MAX_BODY_BYTES = 512 * 1024;
/** How long a channel may take to accept one reply. */
export const OUTBOUND_TIMEOUT_MS = 10_000;
