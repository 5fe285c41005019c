import { describe, expect, it } from '@jest/globals';
import { isServiceUrlAllowed } from '../../../../bot/channels/connector/serviceUrl.js';

describe('where replies may go with an app id', () => {
  it.each([
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://webchat.botframework.com/', true],
    ['https://europe.directline.botframework.com', true],
    ['https://smba.infra.gov.teams.microsoft.us/x', true],
    ['https://desk.example.com/', true],
    ['https://a.channels.example.org/', true],
    ['https://channels.example.org/', false],
    ['https://anybody.trafficmanager.net/', false],
    ['https://botframework.com.evil.example/', false],
    ['https://evilbotframework.com/', false],
    ['http://smba.trafficmanager.net/emea/', false],
    ['https://user@smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net@evil.example/', false],
    ['http://localhost:3978/', false],
    ['https://169.254.169.254/', false],
    ['urn:x', false],
    ['', false],
    [undefined, false],
  ])('%s: %s', (serviceUrl, allowed) => {
    const config = { appId: 'app', serviceHosts: ['desk.example.com', '*.channels.example.org'] };
    expect(isServiceUrlAllowed(serviceUrl, config)).toBe(allowed);
  });
});

describe('where they may go without one', () => {
  it.each([
    ['http://localhost:56150/_connector', true],
    ['http://127.0.0.1:1/', true],
    ['http://127.1/', true],
    ['http://[::1]:1/', true],
    ['http://0.0.0.0/', false],
    ['http://10.0.0.1/', false],
    ['https://smba.trafficmanager.net/', false],
    ['ftp://localhost/', false],
  ])('%s: %s', (serviceUrl, allowed) => {
    expect(isServiceUrlAllowed(serviceUrl, { serviceHosts: ['*.example.com'] })).toBe(allowed);
  });
});
