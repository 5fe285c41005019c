import { afterEach, describe, expect, it } from '@jest/globals';
import { DeskService } from './deskService.js';

describe('an agent who is lost', () => {
  let service: DeskService;
  afterEach(() => service.stop());

  async function beginTalk(environment: Record<string, string>) {
    service = await DeskService.start(environment);
    const passenger = await service.openPassenger();
    const agent = await service.openAgent('Li Wei');
    await passenger.callPerson();
    const chat = await agent.take();
    await passenger.untilText(/has joined/);
    return { passenger, agent, chat };
  }

  it('gives the chat back to the head of the queue, whose next agent has the whole story', async () => {
    const { passenger, agent, chat } = await beginTalk({ DESK_GRACE_SECONDS: '1' });
    await passenger.say('My bag is blue.');
    await agent.untilSaid('My bag is blue.');
    agent.kill();
    await passenger.untilText(/Li Wei had to leave this chat/);
    const colleague = await service.openAgent('Ann');
    const { queue } = await colleague.untilFloor((floor) => floor.queue.length === 1);
    expect(queue[0]).toMatchObject({ handoff: chat.handoff, atHead: true });
    const own = await colleague.take();
    await passenger.untilText(/Ann.* has (joined|taken over)/);
    const { body } = await colleague.readChat(own.handoff);
    expect(body.entries.map(({ text }) => text)).toContain('My bag is blue.');
    // The lost one comes back and has nothing to say any more.
    await agent.connect();
    expect(await agent.say(chat, 'Back again.')).toMatchObject({ code: 'desk.lease-lost' });
    await colleague.say(own, 'Blue, I see.');
    await passenger.untilText('Blue, I see.');
    expect(passenger.texts).not.toContain('Back again.');
  }, 60_000);

  it('goes on where they were when the connection comes back in time', async () => {
    const { passenger, agent, chat } = await beginTalk({ DESK_GRACE_SECONDS: '60' });
    agent.kill();
    await passenger.say('Hello?');
    await agent.connect();
    expect(agent.floor?.chats).toMatchObject([{ handoff: chat.handoff }]);
    expect((await agent.readChat(chat.handoff)).body.entries.at(-1)?.text).toBe('Hello?');
    await agent.say(chat, 'Still here.');
    await passenger.untilText('Still here.');
    expect(passenger.texts.some((text) => text.includes('had to leave'))).toBe(false);
  }, 60_000);

  it('gives back what they leave unread', async () => {
    const { passenger, agent, chat } = await beginTalk({ DESK_SILENCE_SECONDS: '2' });
    const { body } = await agent.readChat(chat.handoff);
    await agent.ask({ do: 'read', ...chat, position: body.entries.at(-1)?.position ?? 0 });
    await passenger.say('Are you there?');
    await passenger.untilText(/Li Wei had to leave this chat/);
    expect(await agent.say(chat, 'Now I am.')).toMatchObject({ code: 'desk.lease-lost' });
    await agent.untilFloor(({ queue, chats }) => queue.length === 1 && chats.length === 0);
  }, 60_000);

  it('gives everything back on signing out', async () => {
    const { passenger, agent } = await beginTalk({});
    const colleague = await service.openAgent('Ann');
    expect((await agent.call('DELETE', '/session')).status).toBe(204);
    await passenger.untilText(/Li Wei had to leave this chat/);
    const floor = await colleague.untilFloor(
      ({ queue, agents }) => queue.length === 1 && agents.length === 1,
    );
    expect(floor.agents.map(({ name }) => name)).toEqual(['Ann']);
    expect(agent.heard.at(-1)).toEqual({ type: 'signed-out' });
  }, 60_000);

  it('is not lost by a restart of the service that they come back from', async () => {
    const { passenger, agent, chat } = await beginTalk({ DESK_GRACE_SECONDS: '30' });
    await agent.say(chat, 'Before.');
    await passenger.untilText('Before.');
    await service.restart();
    await agent.connect();
    await passenger.reconnect();
    expect(agent.floor?.chats).toMatchObject([{ handoff: chat.handoff, agent: { name: 'Li Wei' } }]);
    await passenger.say('And now?');
    await agent.untilSaid('And now?');
    expect(await agent.say(chat, 'Before.')).toMatchObject({ type: 'done' });
    await agent.say(chat, 'After.');
    await passenger.untilText('After.');
    expect(passenger.texts.filter((text) => text === 'Before.')).toHaveLength(1);
    expect(passenger.texts.some((text) => text.includes('had to leave'))).toBe(false);
  }, 60_000);

  it('is found lost after a restart that they do not come back from', async () => {
    const { passenger, chat } = await beginTalk({ DESK_GRACE_SECONDS: '1' });
    await service.restart();
    await passenger.reconnect();
    await passenger.untilText(/Li Wei had to leave this chat/);
    const colleague = await service.openAgent('Ann');
    expect((await colleague.take()).handoff).toBe(chat.handoff);
  }, 60_000);
});
