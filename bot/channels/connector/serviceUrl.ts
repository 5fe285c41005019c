/** Where the channels of Azure Bot Service, Teams among them, take replies. */
const MICROSOFT_HOSTS: readonly string[] = [
  '*.botframework.com',
  '*.botframework.us',
  // Not all of trafficmanager.net: anybody may register a name there.
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
];
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Whether replies may be posted to the address an activity names. Without an app id its sender is not known, so that
 * any other address than this machine's would let strangers make requests through us.
 */
export function isServiceUrlAllowed(
  serviceUrl: string | undefined,
  config: { appId?: string | undefined; serviceHosts: readonly string[] },
): boolean {
  if (!serviceUrl || !URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  if (url.username || url.password) return false;
  const isLoopback = LOOPBACK.test(url.hostname);
  if (config.appId === undefined) return isLoopback && /^https?:$/.test(url.protocol);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback);
  return (
    isSafe && [...MICROSOFT_HOSTS, ...config.serviceHosts].some((pattern) => matchHost(url.hostname, pattern))
  );
}

function matchHost(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}
