import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPostgres, type PostgresServer } from '../../storage/postgres/postgresServer.js';
import { DeskService } from './deskService.js';

describe('two services on one database', () => {
  let server: PostgresServer;
  let one: DeskService;
  let other: DeskService;
  beforeAll(async () => {
    server = await startPostgres();
    const environment = {
      DATABASE_URL: await server.createDatabase(),
      DIRECTLINE_SIGNING_KEY: 'the same key on every machine, 32 or more',
      DESK_GRACE_SECONDS: '1',
    };
    one = await DeskService.start(environment);
    other = await DeskService.start(environment, { hires: false });
  }, 180_000);
  afterAll(async () => {
    await one.stop();
    await other.stop();
    await server.stop();
  }, 60_000);

  it('let a passenger of one talk with an agent of the other', async () => {
    const passenger = await one.openPassenger();
    const agent = await other.openAgent('Li Wei');
    await passenger.callPerson();
    const chat = await agent.take();
    await passenger.untilText(/Li Wei.* has joined/);
    expect(passenger.texts.filter((text) => text.includes('has joined'))).toHaveLength(1);
    await passenger.say('How big may my cabin bag be?');
    await agent.untilSaid('How big may my cabin bag be?');
    await agent.say(chat, 'As big as this.');
    await passenger.untilText('As big as this.');
    expect(passenger.texts.some((text) => /up to \d+ kg/.test(text))).toBe(false);
    await agent.ask({ do: 'end', ...chat, disposition: 'solved' });
    await passenger.untilText(/has left the chat/);
    agent.kill();
  }, 60_000);

  it('give one passenger to one of two agents, and hand over between them', async () => {
    const passenger = await one.openPassenger();
    const agents = [await one.openAgent('Ann'), await other.openAgent('Li Wei')];
    await passenger.callPerson();
    for (const agent of agents) await agent.untilFloor((floor) => floor.queue.length === 1);
    const answers = await Promise.all(agents.map((agent) => agent.ask({ do: 'take' })));
    expect(answers.map(({ type }) => type).sort()).toEqual(['done', 'refused']);
    await passenger.untilText(/has joined/);
    const holder = agents[answers.findIndex(({ type }) => type === 'done')]!;
    holder.kill();
    await passenger.untilText(/had to leave this chat/);
    expect(passenger.texts.filter((text) => text.includes('had to leave'))).toHaveLength(1);
    const next = agents.find((agent) => agent !== holder)!;
    const own = await next.take();
    await next.say(own, 'I am here now.');
    await passenger.untilText('I am here now.');
    await next.ask({ do: 'end', ...own, disposition: 'solved' });
  }, 60_000);
});
