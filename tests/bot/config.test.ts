import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { readConfig } from '../../bot/config.js';

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({}, '/srv')).toMatchObject({
      port: 3978,
      host: '127.0.0.1',
      dataDir: '/srv/data',
      faqDir: '/srv/faq',
      timeZone: 'Asia/Shanghai',
      uploadRetentionDays: 30,
      allowedOrigins: [],
      directline: {},
      flights: { source: 'demo' },
    });
  });

  it('takes an empty variable as not set', () => {
    expect(readConfig({ PORT: '', DIRECTLINE_SECRET: '  ' }, '/').port).toBe(3978);
  });

  it('reads lists and strips the last slash of the public address', () => {
    const config = readConfig(
      { ALLOWED_ORIGINS: 'https://a.example, https://b.example:8443', PUBLIC_URL: 'https://desk.example/' },
      '/',
    );
    expect(config.allowedOrigins).toEqual(['https://a.example', 'https://b.example:8443']);
    expect(config.publicUrl).toBe('https://desk.example');
  });

  it('reads where flights are known from', () => {
    expect(readConfig({ FLIGHTS_SOURCE: 'file', FLIGHTS_FILE: 'flights.jsonl' }, '/srv').flights).toEqual({
      source: 'file',
      file: '/srv/flights.jsonl',
    });
    expect(readConfig({ FLIGHTS_SOURCE: 'aeroapi', AEROAPI_KEY: 'k' }, '/srv').flights).toEqual({
      source: 'aeroapi',
      key: 'k',
      url: 'https://aeroapi.flightaware.com/aeroapi',
    });
  });

  it('reads whose agents passengers are handed to', () => {
    expect(readConfig({}, '/').handoff).toEqual({ kind: 'desk' });
    const events = { HANDOFF: 'events', MICROSOFT_APP_ID: 'x', MICROSOFT_APP_PASSWORD: 'y' };
    expect(readConfig(events, '/').handoff).toEqual({ kind: 'events', channels: ['omnichannel'] });
    const chatwoot = {
      HANDOFF: 'chatwoot',
      CHATWOOT_URL: 'https://chat.example/',
      CHATWOOT_ACCOUNT_ID: '3',
      CHATWOOT_INBOX_ID: '7',
      CHATWOOT_TOKEN: 't',
      CHATWOOT_WEBHOOK_SECRET: 's',
    };
    expect(readConfig(chatwoot, '/').handoff).toEqual({
      kind: 'chatwoot',
      url: 'https://chat.example',
      accountId: '3',
      inboxId: '7',
      token: 't',
      webhookSecret: 's',
    });
    expect(() => readConfig({ ...chatwoot, CHATWOOT_WEBHOOK_SECRET: '' }, '/')).toThrow(
      /CHATWOOT_WEBHOOK_SECRET is not set; HANDOFF=chatwoot needs it/,
    );
  });

  it('reads the address of a database', () => {
    const environment = { DATABASE_URL: 'postgres://u:p@db/redeye', DIRECTLINE_SIGNING_KEY: 'k'.repeat(32) };
    expect(readConfig(environment, '/').databaseUrl).toBe('postgres://u:p@db/redeye');
  });

  const wrong: [Record<string, string>, RegExp][] = [
    [{ PORT: 'http' }, /PORT is "http"; allowed: a whole number from 0 to 65535/],
    [{ PORT: '70000' }, /PORT is "70000"; allowed: a whole number from 0 to 65535/],
    [{ UPLOAD_RETENTION_DAYS: '0' }, /UPLOAD_RETENTION_DAYS is "0"; allowed: a whole number from 1 to 3650/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL is "loud"; allowed: one of fatal, error/],
    [{ TIME_ZONE: 'Peking' }, /TIME_ZONE is "Peking"; allowed: an IANA time zone/],
    [{ PUBLIC_URL: 'desk.example' }, /PUBLIC_URL is "desk.example"; allowed: an address such as/],
    [{ ALLOWED_ORIGINS: 'https://a.example,nonsense' }, /ALLOWED_ORIGINS is .*; allowed: origins such as/],
    [{ MICROSOFT_APP_TYPE: 'Any' }, /MICROSOFT_APP_TYPE is "Any"; allowed: one of MultiTenant/],
    [{ MICROSOFT_APP_ID: 'x' }, /MICROSOFT_APP_PASSWORD is not set/],
    [
      { MICROSOFT_APP_ID: 'x', MICROSOFT_APP_PASSWORD: 'y', MICROSOFT_APP_TYPE: 'SingleTenant' },
      /MICROSOFT_APP_TENANT_ID is not set/,
    ],
    [{ DATABASE_URL: 'mysql://u:p@h/d' }, /DATABASE_URL is a value that does not fit \(not shown\)/],
    [{ DATABASE_URL: 'postgres://u:p@h/d' }, /DIRECTLINE_SIGNING_KEY is not set; DATABASE_URL needs it/],
    [{ FLIGHTS_SOURCE: 'guess' }, /FLIGHTS_SOURCE is "guess"; allowed: one of demo, file, aeroapi/],
    [{ FLIGHTS_SOURCE: 'file' }, /FLIGHTS_FILE is not set; FLIGHTS_SOURCE=file needs it/],
    [{ FLIGHTS_SOURCE: 'aeroapi' }, /AEROAPI_KEY is not set; FLIGHTS_SOURCE=aeroapi needs it/],
    [{ HANDOFF: 'zendesk' }, /HANDOFF is "zendesk"; allowed: one of desk, chatwoot, events, none/],
    [{ HANDOFF: 'events' }, /MICROSOFT_APP_ID is not set; HANDOFF=events needs it/],
    [{ HANDOFF: 'chatwoot' }, /CHATWOOT_URL is not set; HANDOFF=chatwoot needs it/],
    [
      { CHATWOOT_INBOX_ID: 'Web' },
      /CHATWOOT_INBOX_ID is "Web"; allowed: the number in the address of its page/,
    ],
    [{ AEROAPI_URL: 'flightaware' }, /AEROAPI_URL is "flightaware"; allowed: an address such as/],
  ];
  it.each(wrong)('refuses %j', (environment, message) => {
    expect(() => readConfig(environment, '/')).toThrow(message);
  });

  it('names every wrong variable at once and shows no secret', () => {
    expect.assertions(3);
    try {
      readConfig({ PORT: 'x', DIRECTLINE_SECRET: 'hunter2' }, '/');
    } catch (error) {
      expect(String(error)).toMatch(/PORT/);
      expect(String(error)).toMatch(/DIRECTLINE_SECRET.*at least 16 characters/);
      expect(String(error)).not.toMatch(/hunter2/);
    }
  });

  it('accepts .env.example as it stands', () => {
    const example = parseEnv(readFileSync(new URL('../../.env.example', import.meta.url), 'utf8'));
    expect(readConfig(example, '/')).toEqual(readConfig({}, '/'));
  });

  it('explains every variable it reads in .env.example', () => {
    const source = readFileSync(new URL('../../bot/config.ts', import.meta.url), 'utf8');
    const names = [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map((match) => match[1]);
    const example = parseEnv(readFileSync(new URL('../../.env.example', import.meta.url), 'utf8'));
    expect(Object.keys(example).sort()).toEqual(names.sort());
  });
});
