/** Where Chatwoot is and how it knows us, already checked. */
export interface ChatwootConfig {
  /** Of the installation, without a slash at the end. */
  readonly url: string;
  readonly accountId: string;
  /** Of the inbox of the type API. */
  readonly inboxId: string;
  /** Access token of an agent of that inbox. */
  readonly token: string;
  /** With which the inbox signs what it reports. */
  readonly webhookSecret: string;
}

export const WEBHOOK_PATH = '/api/handoff/chatwoot';
