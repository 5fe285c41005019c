import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgentPage } from './agentPage.js';
import { DeskService } from './deskService.js';
import type { PassengerPage } from './passengerPage.js';
import { waitFor } from './waitFor.js';

const CABIN_BAG = 'How big may my cabin bag be?';

describe('a talk between a passenger and an agent', () => {
  let service: DeskService;
  beforeAll(async () => {
    service = await DeskService.start();
  }, 60_000);
  afterAll(() => service.stop());

  /** A passenger who talks with an agent of that name. */
  async function beginTalk(name: string) {
    const passenger = await service.openPassenger();
    const agent = await service.openAgent(name);
    await passenger.callPerson();
    const chat = await agent.take();
    await passenger.untilText(/has joined/);
    return { passenger, agent, chat, end: () => endTalk(agent, chat, passenger) };
  }

  async function endTalk(
    agent: AgentPage,
    chat: { handoff: string; token: string },
    passenger: PassengerPage,
  ): Promise<void> {
    await agent.ask({ do: 'end', ...chat, disposition: 'solved' });
    await passenger.untilText(/has left the chat/);
  }

  it('goes from the queue to the end, with the bot silent in between', async () => {
    const passenger = await service.openPassenger();
    const agent = await service.openAgent('Li Wei');
    await passenger.callPerson();
    const { queue } = await agent.untilFloor((floor) => floor.queue.length === 1);
    expect(queue[0]).toMatchObject({ language: 'en', reason: 'asked', priority: 'normal', unread: 0 });
    const chat = await agent.take();
    const joined = await passenger.untilText(/Li Wei.* has joined/);
    expect(joined.suggestedActions?.actions.map(({ title }) => title)).toEqual(['End the talk']);

    await passenger.say(CABIN_BAG);
    await agent.untilSaid(CABIN_BAG);
    expect(await agent.say(chat, 'Let me see.\nOne moment.')).toMatchObject({ type: 'done' });
    expect(await passenger.untilText(/Let me see/)).toMatchObject({
      text: 'Let me see.  \nOne moment.',
      from: { name: 'Li Wei', role: 'bot' },
      channelData: { redeye: { agent: { id: 'li-wei', name: 'Li Wei' } } },
    });
    expect(passenger.texts.some((text) => /up to \d+ kg/.test(text))).toBe(false);

    expect(await agent.ask({ do: 'end', ...chat, disposition: 'solved' })).toMatchObject({ type: 'done' });
    await passenger.untilText(/Li Wei has left the chat/);
    await passenger.say(CABIN_BAG);
    await passenger.untilText(/up to \d+ kg/);
    await agent.untilFloor((floor) => floor.chats.length === 0);
  });

  it('is ended by the passenger in their own words, and the agent sees it go', async () => {
    const { passenger, agent, chat } = await beginTalk('Li Wei');
    await passenger.say('End the talk');
    await passenger.untilText(/The talk with Li Wei is over/);
    await agent.untilFloor((floor) => floor.chats.length === 0);
    expect(await agent.say(chat, 'Are you there?')).toMatchObject({
      type: 'refused',
      code: 'desk.lease-lost',
    });
  });

  it('says a message once, however often it is sent', async () => {
    const { passenger, agent, chat, end } = await beginTalk('Li Wei');
    const answers = await Promise.all([1, 2, 3].map(() => agent.say(chat, 'Only once.', 'c-1')));
    const positions = answers.map((answer) => (answer.type === 'done' ? answer.position : undefined));
    expect(new Set(positions).size).toBe(1);
    await agent.say(chat, 'And then.', 'c-2');
    await passenger.untilText('And then.');
    expect(passenger.texts.filter((text) => text === 'Only once.')).toHaveLength(1);
    await end();
  });

  it('is recorded under the name of whoever spoke', async () => {
    const { passenger, agent, chat, end } = await beginTalk('Ann');
    await agent.say(chat, 'Ann here.');
    await passenger.untilText('Ann here.');
    const { body } = await agent.readChat(chat.handoff);
    expect(body.token).toBe(chat.token);
    expect(body.entries.at(-1)).toMatchObject({ from: 'agent', name: 'Ann', text: 'Ann here.' });
    expect(body.entries.map(({ from }) => from)).toEqual(expect.arrayContaining(['passenger', 'bot']));
    await end();
  });

  it('goes to one of two agents who take it at the same moment', async () => {
    const passenger = await service.openPassenger();
    const agents = [await service.openAgent('Li Wei'), await service.openAgent('Ann')];
    await passenger.callPerson();
    for (const agent of agents) await agent.untilFloor((floor) => floor.queue.length === 1);
    const answers = await Promise.all(agents.map((agent) => agent.ask({ do: 'take' })));
    expect(answers.map(({ type }) => type).sort()).toEqual(['done', 'refused']);
    expect(answers).toContainEqual(expect.objectContaining({ code: 'desk.queue-empty' }));
    const winner = answers.findIndex(({ type }) => type === 'done');
    const done = answers[winner];
    if (done?.type !== 'done') throw new Error('nobody took it');
    const chat = { handoff: done.handoff ?? '', token: done.token ?? '' };
    await passenger.untilText(/has joined/);
    expect(passenger.texts.filter((text) => text.includes('has joined'))).toHaveLength(1);
    // The other one neither reads it nor speaks in it, not even with the right token.
    const loser = agents[1 - winner]!;
    expect(await loser.readChat(chat.handoff)).toMatchObject({
      status: 403,
      body: { error: { code: 'desk.forbidden' } },
    });
    expect((await loser.call('GET', `/chats/${chat.handoff}/suggestions?text=bag`)).status).toBe(403);
    for (const command of ['note', 'whisper'] as const) {
      const answer = await loser.ask({ do: command, handoff: chat.handoff, text: 'x' });
      expect(answer).toMatchObject({ code: 'desk.forbidden' });
    }
    expect(await loser.ask({ do: 'watch', handoff: chat.handoff })).toMatchObject({ code: 'desk.forbidden' });
    expect(await loser.ask({ do: 'take', handoff: chat.handoff })).toMatchObject({ code: 'desk.forbidden' });
    expect(await loser.ask({ do: 'take-over', handoff: chat.handoff })).toMatchObject({
      code: 'desk.forbidden',
    });
    expect(await loser.say(chat, 'Me too.')).toMatchObject({ type: 'refused' });
    await loser.ask({ do: 'end', ...chat, disposition: 'solved' });
    await agents[winner]?.say(chat, 'It is me.');
    await passenger.untilText('It is me.');
    expect(passenger.texts).not.toContain('Me too.');
    expect(loser.countSaid('It is me.')).toBe(0);
    await endTalk(agents[winner]!, chat, passenger);
  });

  it('lets nobody speak with a lease that was given away', async () => {
    const { passenger, agent: giver, chat } = await beginTalk('Li Wei');
    const taker = await service.openAgent('Ann');
    const to = { kind: 'agent', agent: 'ann' } as const;
    const given = await giver.ask({ do: 'transfer', ...chat, to, note: 'Wants a window seat.' });
    expect(given).toMatchObject({ type: 'done' });
    await passenger.untilText(/Ann.* has taken over/);
    expect(await giver.say(chat, 'One more thing.')).toMatchObject({ code: 'desk.lease-lost' });
    expect(await giver.ask({ do: 'end', ...chat, disposition: 'solved' })).toMatchObject({
      code: 'desk.lease-lost',
    });
    const { chats } = await taker.untilFloor((floor) => floor.chats.length === 1);
    const { body } = await taker.readChat(chats[0]!.handoff);
    expect(body.notes).toMatchObject([
      { kind: 'transfer', agentName: 'Li Wei', text: 'Wants a window seat.' },
    ]);
    expect(body.token).not.toBe(chat.token);
    const own = { handoff: chat.handoff, token: body.token ?? '' };
    await taker.say(own, 'Window it is.');
    await passenger.untilText('Window it is.');
    expect(passenger.texts).not.toContain('One more thing.');
    expect(passenger.texts.some((text) => text.includes('window seat'))).toBe(false);
    await endTalk(taker, own, passenger);
  });

  it('goes back to the head of the queue, and the passenger may go on with the bot', async () => {
    const { passenger, agent, chat } = await beginTalk('Li Wei');
    await agent.ask({ do: 'transfer', ...chat, to: { kind: 'queue' } });
    await passenger.untilText(/had to leave this chat/);
    const { queue } = await agent.untilFloor((floor) => floor.queue[0]?.atHead === true);
    expect(queue).toMatchObject([{ handoff: chat.handoff }]);
    await passenger.say(CABIN_BAG);
    await passenger.untilText(/up to \d+ kg/);
    const again = await agent.take();
    expect(again.handoff).toBe(chat.handoff);
    await endTalk(agent, again, passenger);
  });

  it('shows each side that the other is writing', async () => {
    const { passenger, agent, chat, end } = await beginTalk('Li Wei');
    await agent.ask({ do: 'typing', ...chat });
    await passenger.until(({ type }) => type === 'typing', 'typing');
    await passenger.post({ type: 'typing', from: { id: 'me' } });
    await waitFor(() => agent.heard.find(({ type }) => type === 'passenger-typing'), 'typing at the agent');
    await end();
  });

  it('is watched by a supervisor, who whispers and takes over; all of it is on record', async () => {
    const { passenger, agent, chat } = await beginTalk('Li Wei');
    const supervisor = await service.openAgent('Chen');
    const { others } = await supervisor.untilFloor((floor) => floor.others.length === 1);
    expect(others[0]).toMatchObject({ handoff: chat.handoff, agent: { name: 'Li Wei' } });
    expect(await supervisor.ask({ do: 'watch', handoff: chat.handoff })).toMatchObject({ type: 'done' });
    await passenger.say('Is anybody there?');
    await supervisor.untilSaid('Is anybody there?');
    await supervisor.ask({ do: 'whisper', handoff: chat.handoff, text: 'Offer a voucher.' });
    const whisper = { kind: 'whisper', agentName: 'Chen', text: 'Offer a voucher.' };
    await waitFor(
      () => agent.heard.find((message) => message.type === 'noted' && message.note.kind === 'whisper'),
      'the whisper',
    );
    expect(await supervisor.say(chat, 'Over your head.')).toMatchObject({ type: 'refused' });

    const taken = await supervisor.ask({ do: 'take-over', handoff: chat.handoff });
    if (taken.type !== 'done') throw new Error(taken.code);
    await passenger.untilText(/Chen.* has taken over/);
    expect(await agent.say(chat, 'But I am here.')).toMatchObject({ code: 'desk.lease-lost' });
    const own = { handoff: chat.handoff, token: taken.token ?? '' };
    await supervisor.ask({ do: 'note', handoff: chat.handoff, text: 'Voucher given.' });
    const { body } = await supervisor.readChat(chat.handoff);
    expect(body.notes).toMatchObject([
      { kind: 'supervisor', agentName: 'Chen', text: 'watched' },
      whisper,
      { kind: 'supervisor', agentName: 'Chen', text: 'took-over' },
      { kind: 'note', agentName: 'Chen', text: 'Voucher given.' },
    ]);
    await supervisor.say(own, 'Chen speaking.');
    await passenger.untilText('Chen speaking.');
    const shown = JSON.stringify(passenger.seen);
    for (const secret of [
      'Offer a voucher.',
      'Voucher given.',
      'Over your head.',
      'But I am here.',
      chat.token,
    ]) {
      expect(shown).not.toContain(secret);
    }
    await endTalk(supervisor, own, passenger);
  });

  it('is counted as unread until it was on the screen', async () => {
    const { passenger, agent, chat, end } = await beginTalk('Li Wei');
    const opened = await agent.readChat(chat.handoff);
    const position = opened.body.entries.at(-1)?.position ?? 0;
    await agent.ask({ do: 'read', ...chat, position });
    await passenger.say('First.');
    await passenger.say('Second.');
    const { chats } = await agent.untilFloor((floor) => floor.chats[0]?.unread === 2);
    expect(chats[0]?.unreadSince).toBeDefined();
    const { body } = await agent.readChat(chat.handoff);
    await agent.ask({ do: 'read', ...chat, position: body.entries.at(-1)?.position ?? 0 });
    await agent.untilFloor((floor) => floor.chats[0]?.unread === 0);
    await end();
  });

  it('refuses what it does not understand, by number', async () => {
    const agent = await service.openAgent('Li Wei');
    for (const text of ['{"id":901,"do":"rule the world"}', '{"id":902,"do":"say"}']) agent.sendRaw(text);
    for (const id of [901, 902]) {
      await waitFor(
        () => agent.heard.find((message) => message.type === 'refused' && message.id === id),
        'a refusal',
      );
    }
    agent.sendRaw('not JSON');
    expect(await agent.ask({ do: 'adjust', status: 'away' })).toMatchObject({ type: 'done' });
    await agent.untilFloor(({ me }) => me.status === 'away');
    await agent.ask({ do: 'adjust', status: 'available' });
  });
});
