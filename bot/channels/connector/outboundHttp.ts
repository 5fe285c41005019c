import type { ConnectorClientOptions } from 'botframework-connector';
import { Agent as HttpAgent, request as requestHttp, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { text } from 'node:stream/consumers';

type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>;
type OutboundRequest = Parameters<HttpClient['sendRequest']>[0];
type OutboundResponse = Awaited<ReturnType<HttpClient['sendRequest']>>;

const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };

/**
 * Posts replies: gives up after `timeoutMs`, which the SDK's own client never does, accepts no redirect, which could
 * lead past the allowed hosts, and keeps connections open between turns. (`fetch` would do, at half the turns a second.)
 */
export function createOutboundHttp(timeoutMs: number): HttpClient {
  return {
    async sendRequest(request) {
      const response = await open(request, AbortSignal.timeout(timeoutMs));
      const status = response.statusCode ?? 0;
      const bodyAsText = await text(response);
      if (status >= 300 && status < 400) throw new Error(`redirected by ${new URL(request.url).host}`);
      const headers = response.headers as Record<string, string>;
      return {
        request,
        status,
        bodyAsText,
        // Of its own header class the SDK reads this much.
        headers: { toJson: () => headers, toJSON: () => headers } as unknown as OutboundResponse['headers'],
      };
    },
  };
}

function open(request: OutboundRequest, signal: AbortSignal): Promise<IncomingMessage> {
  const { method, url } = request;
  const options = { method, signal, headers: request.headers.rawHeaders() };
  return new Promise((resolve, reject) => {
    const outgoing = url.startsWith('https:')
      ? requestHttps(url, { ...options, agent: agents.https }, resolve)
      : requestHttp(url, { ...options, agent: agents.http }, resolve);
    outgoing.once('error', reject);
    outgoing.end((request.body as string | undefined) ?? undefined);
  });
}
