import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WEBHOOK_PATH } from '../../../../bot/handoff/chatwoot/config.js';
import { clock, DeskService } from '../../channels/desk/deskService.js';
import { waitFor } from '../../channels/desk/waitFor.js';
import { AGENTS, ChatwootStandIn, STAND_IN } from './chatwootStandIn.js';

let chatwoot: ChatwootStandIn;
let service: DeskService;

beforeAll(async () => {
  chatwoot = new ChatwootStandIn(
    () => clock.now(),
    () => service.origin + WEBHOOK_PATH,
  );
  await chatwoot.listen();
  service = await DeskService.start({
    HANDOFF: 'chatwoot',
    CHATWOOT_URL: chatwoot.url,
    CHATWOOT_ACCOUNT_ID: STAND_IN.accountId,
    CHATWOOT_INBOX_ID: STAND_IN.inboxId,
    CHATWOOT_TOKEN: STAND_IN.token,
    CHATWOOT_WEBHOOK_SECRET: STAND_IN.webhookSecret,
  });
}, 60_000);
afterAll(async () => {
  await service.stop();
  await chatwoot.close();
});

/** The number of the latest conversation at Chatwoot. */
const latest = () => chatwoot.conversations.length;
const hears = (words: string) =>
  waitFor(
    () => chatwoot.read(latest()).find((text) => text === words),
    () => `${words} at Chatwoot, which has ${JSON.stringify(chatwoot.messages)}`,
  );

describe('a passenger on the web whom an agent of Chatwoot serves', () => {
  it('waits, talks with them over a restart of the service, in which the bot is silent, and is asked how it was', async () => {
    const passenger = await service.openPassenger();
    await passenger.say('I want to talk to a person');
    await passenger.untilText(/You are next in line/);
    expect(chatwoot.conversations).toMatchObject([
      { status: 'open', custom_attributes: { reason: 'asked' } },
    ]);
    await waitFor(() => chatwoot.messages.find((message) => message.private), 'the history');

    await chatwoot.report(chatwoot.assign(AGENTS.li, latest()));
    await passenger.untilText(/Li Na\*\* has joined/);
    const before = passenger.texts.length;
    await passenger.say('How big may my cabin bag be?');
    await hears('How big may my cabin bag be?');
    await chatwoot.report(
      chatwoot.write(AGENTS.li, 'Eight kilos.\nIs that enough?', { conversation: latest() }),
    );
    const said = await passenger.untilText(/Eight kilos/);
    expect(said).toMatchObject({
      from: { name: 'Li Na', role: 'bot' },
      channelData: { redeye: { agent: { id: 'chatwoot-41', name: 'Li Na' } } },
    });
    expect(passenger.texts.slice(before)).toEqual([
      'How big may my cabin bag be?',
      'Eight kilos.  \nIs that enough?',
    ]);

    await service.restart();
    await passenger.reconnect();
    await passenger.say('Yes, thank you');
    await hears('Yes, thank you');
    await chatwoot.report(chatwoot.resolve(latest()));
    await passenger.untilText(/How was the talk with Li Na\?/);
    await passenger.say('5');
    await passenger.untilText(/Thank you/);
    expect(chatwoot.read(latest())).toEqual(['How big may my cabin bag be?', 'Yes, thank you']);
  }, 60_000);

  it('ends the talk by the button and has the bot back, and Chatwoot closes it', async () => {
    const passenger = await service.openPassenger();
    await passenger.say('I want to talk to a person');
    await passenger.untilText(/You are next in line/);
    await chatwoot.report(chatwoot.assign(AGENTS.li, latest()));
    const joined = await passenger.untilText(/has joined/);
    const [button] = joined.suggestedActions?.actions ?? [];
    await passenger.say(String(button?.value));
    await passenger.untilText(/The talk with Li Na is over/);
    await waitFor(() => (chatwoot.conversations.at(-1)?.status === 'resolved' ? true : undefined), 'the end');
    await passenger.say('How big may my cabin bag be?');
    await passenger.untilText(/One cabin bag up to/);
    expect(chatwoot.read(latest())).toEqual([]);
  }, 60_000);

  it('is not to be reached by reports that are not signed', async () => {
    const body = JSON.stringify(chatwoot.assign(AGENTS.ana, latest()));
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(service.origin + WEBHOOK_PATH, { method: 'POST', headers, body });
    expect(response.status).toBe(401);
  });

  it('is told when Chatwoot does not answer, and offered a message and a call instead', async () => {
    chatwoot.status = 503;
    const passenger = await service.openPassenger();
    await passenger.say('I want to talk to a person');
    const told = await passenger.untilText(/I cannot reach our agents/);
    chatwoot.status = undefined;
    const offers = told.suggestedActions?.actions.map(({ title }) => title);
    expect(offers).toEqual(['Leave a message', 'Have me called back']);
  }, 60_000);
});
