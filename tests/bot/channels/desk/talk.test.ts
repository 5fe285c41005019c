import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeskService } from './deskService.js';

describe('a talk between a passenger and an agent', () => {
  let service: DeskService;
  beforeAll(async () => {
    service = await DeskService.start();
  }, 60_000);
  afterAll(() => service.stop());

  it('goes from the queue to the end, with the bot silent in between', async () => {
    const passenger = await service.openPassenger();
    const agent = await service.openAgent('Li Wei');
    await passenger.callPerson();
    const chat = await agent.take();
    const joined = await passenger.untilText(/Li Wei.* has joined/);
    expect(joined.suggestedActions?.actions.map(({ title }) => title)).toEqual(['End the talk']);

    await passenger.say('How big may my cabin bag be?');
    await agent.untilSaid('How big may my cabin bag be?');
    expect(await agent.say(chat, 'Let me see.\nOne moment.')).toMatchObject({ type: 'done' });
    const said = await passenger.untilText(/Let me see/);
    expect(said).toMatchObject({
      text: 'Let me see.  \nOne moment.',
      from: { name: 'Li Wei', role: 'bot' },
      channelData: { redeye: { agent: { id: 'li-wei', name: 'Li Wei' } } },
    });
    expect(passenger.texts.some((text) => /up to \d+ kg/.test(text))).toBe(false);

    const ended = await agent.ask({ do: 'end', ...chat, disposition: 'solved' });
    expect(ended).toMatchObject({ type: 'done' });
    await passenger.untilText(/Li Wei has left the chat/);
    await passenger.say('How big may my cabin bag be?');
    await passenger.untilText(/up to \d+ kg/);
  });
});
