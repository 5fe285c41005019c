import { ConfigurationBotFrameworkAuthentication, type Activity } from 'botbuilder';
import type {
  AuthenticateRequestResult,
  ClaimsIdentity,
  ConnectorClient,
  ConnectorFactory,
  UserTokenClient,
} from 'botframework-connector';
import { LRUCache } from 'lru-cache';
import { RedeyeError } from '../../../services/errors.js';
import { OUTBOUND_TIMEOUT_MS, type ConnectorConfig } from './config.js';
import { createOutboundHttp } from './outboundHttp.js';
import { isServiceUrlAllowed } from './serviceUrl.js';

/** Clients hold no more than an HTTP pipeline; tokens are cached elsewhere. */
const KEPT_CLIENTS = 500;

/**
 * Bot Framework authentication that lets nothing out to addresses that are not allowed, and keeps the clients for
 * those that are: the SDK builds two HTTP pipelines anew for every turn.
 */
export class ConnectorAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly connectors = new LRUCache<string, Promise<ConnectorClient>>({ max: KEPT_CLIENTS });
  private readonly userTokens = new LRUCache<string, Promise<UserTokenClient>>({ max: KEPT_CLIENTS });

  constructor(
    private readonly config: ConnectorConfig,
    timeoutMs: number = OUTBOUND_TIMEOUT_MS,
  ) {
    super(
      {
        MicrosoftAppId: config.appId ?? '',
        MicrosoftAppPassword: config.appPassword ?? '',
        MicrosoftAppType: config.appType,
        MicrosoftAppTenantId: config.appTenantId ?? '',
      },
      undefined,
      undefined,
      undefined,
      { httpClient: createOutboundHttp(timeoutMs) },
    );
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(activity, header);
    return { ...result, connectorFactory: this.createConnectorFactory(result.claimsIdentity) };
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return {
      create: (serviceUrl, audience) => {
        if (!isServiceUrlAllowed(serviceUrl, this.config)) {
          return Promise.reject(new RedeyeError('channel.forbidden', serviceUrl));
        }
        const create = (): Promise<ConnectorClient> =>
          super.createConnectorFactory(identity).create(serviceUrl, audience);
        return remember(this.connectors, JSON.stringify([readApp(identity), serviceUrl, audience]), create);
      },
    };
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return remember(this.userTokens, readApp(identity), () => super.createUserTokenClient(identity));
  }
}

function readApp(identity: ClaimsIdentity): string {
  return identity.claims
    .map(({ type, value }) => (type === 'aud' || type === 'appid' ? `${type}=${value}` : ''))
    .join();
}

function remember<Client>(
  cache: LRUCache<string, Promise<Client>>,
  key: string,
  create: () => Promise<Client>,
): Promise<Client> {
  const known = cache.get(key);
  if (known) return known;
  const client = create();
  cache.set(key, client);
  client.catch(() => cache.delete(key));
  return client;
}
