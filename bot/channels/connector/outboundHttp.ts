import type { ConnectorClientOptions } from 'botframework-connector';

type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>;
type OutboundResponse = Awaited<ReturnType<HttpClient['sendRequest']>>;

/**
 * Posts replies: gives up after `timeoutMs`, which the SDK's own client never does, follows no redirect, which could
 * lead past the allowed hosts, and keeps connections open between turns.
 */
export function createOutboundHttp(timeoutMs: number): HttpClient {
  return {
    async sendRequest(request) {
      const response = await fetch(request.url, {
        method: request.method,
        headers: request.headers.rawHeaders(),
        body: (request.body as string | undefined) ?? null,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const bodyAsText = await response.text();
      const headers = Object.fromEntries(response.headers);
      return {
        request,
        status: response.status,
        bodyAsText,
        // Of its own header class the SDK reads this much.
        headers: { toJson: () => headers, toJSON: () => headers } as unknown as OutboundResponse['headers'],
      };
    },
  };
}
