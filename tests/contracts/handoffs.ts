import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { HandoffRequest, Handoffs } from '../../services/desk/handoffs.js';

export interface HandoffsUnderTest {
  readonly handoffs: Handoffs;
  /** An agent takes the conversation, and the service knows. */
  readonly take: (conversation: string) => Promise<void>;
  /** Its agent ends the talk, and the service knows. */
  readonly end: (conversation: string) => Promise<void>;
  /** The same on the same records, as after a restart. */
  readonly reopen: () => Promise<Handoffs>;
  readonly dispose: () => Promise<void>;
}

const request = (conversation: string, more: Partial<HandoffRequest> = {}): HandoffRequest => ({
  conversation,
  reference: { channelId: 'directline', conversation: { id: conversation } },
  language: 'zh-Hans',
  topic: 'dialog:baggage-claim',
  reason: 'asked',
  priority: 'normal',
  ...more,
});

/** What the dialogs rely on, whoever's agents they are. */
export function describeHandoffs(name: string, create: () => Promise<HandoffsUnderTest>): void {
  describe(`handoffs: ${name}`, () => {
    let subject: HandoffsUnderTest;
    let handoffs: Handoffs;

    beforeEach(async () => {
      subject = await create();
      handoffs = subject.handoffs;
    });
    afterEach(() => subject.dispose());

    it('knows nobody at first, and lets nobody leave', async () => {
      expect(await handoffs.findStanding('a')).toMatchObject({ kind: 'none' });
      await handoffs.leave('a');
      expect(await handoffs.findStanding('a')).toMatchObject({ kind: 'none' });
    });

    it('gives whoever asks a place, and tells it again', async () => {
      const standing = await handoffs.request(request('a'));
      expect(standing).toMatchObject({ kind: 'waiting', position: 1 });
      expect(await handoffs.findStanding('a')).toEqual(standing);
    });

    it('gives no second place to whoever asks twice', async () => {
      const first = await handoffs.request(request('a'));
      expect(await handoffs.request(request('a', { reason: 'not-understood' }))).toEqual(first);
      await handoffs.leave('a');
      expect(await handoffs.findStanding('a')).toMatchObject({ kind: 'none' });
    });

    it('puts passengers behind one another', async () => {
      await handoffs.request(request('a'));
      expect(await handoffs.request(request('b'))).toMatchObject({ kind: 'waiting', position: 2 });
      expect(await handoffs.findStanding('a')).toMatchObject({ position: 1 });
      expect(await handoffs.findStanding('c')).toMatchObject({ kind: 'none' });
    });

    it('begins anew after leaving', async () => {
      const first = await handoffs.request(request('a'));
      await handoffs.leave('a');
      const second = await handoffs.request(request('a'));
      expect(second).toMatchObject({ kind: 'waiting' });
      expect(second).not.toMatchObject({ handoff: 'handoff' in first ? first.handoff : '' });
    });

    it('tells who holds the conversation, and gives no second place meanwhile', async () => {
      const waiting = await handoffs.request(request('a'));
      await handoffs.request(request('b'));
      await subject.take('a');
      const held = await handoffs.findStanding('a');
      expect(held).toEqual({
        kind: 'held',
        handoff: 'handoff' in waiting ? waiting.handoff : '',
        agentName: expect.stringMatching(/./) as unknown,
      });
      expect(await handoffs.request(request('a'))).toEqual(held);
      expect(await handoffs.findStanding('b')).toMatchObject({ kind: 'waiting' });
    });

    it('takes what the passenger says while held, and while not', async () => {
      await handoffs.request(request('a'));
      await handoffs.relay?.('a', { id: '1', text: 'early', attachments: [] });
      await subject.take('a');
      await handoffs.relay?.('a', { id: '2', text: 'hello', attachments: [] });
      await handoffs.relay?.('nobody', { id: '3', text: 'hello', attachments: [] });
      expect(await handoffs.findStanding('a')).toMatchObject({ kind: 'held' });
    });

    it.each(['the agent', 'the passenger'])('is over when %s ends the talk', async (who) => {
      const first = await handoffs.request(request('a'));
      await subject.take('a');
      await (who === 'the agent' ? subject.end('a') : handoffs.leave('a'));
      expect(await handoffs.findStanding('a')).toMatchObject({ kind: 'none' });
      // Waiting, or with the same agent at once.
      const second = await handoffs.request(request('a'));
      expect(second).toMatchObject({ handoff: expect.any(String) as unknown });
      expect(second).not.toMatchObject({ handoff: 'handoff' in first ? first.handoff : '' });
    });

    it('knows after a restart what it knew before', async () => {
      await handoffs.request(request('a'));
      await handoffs.request(request('b'));
      await subject.take('a');
      const before = [await handoffs.findStanding('a'), await handoffs.findStanding('b')];
      const reopened = await subject.reopen();
      expect([await reopened.findStanding('a'), await reopened.findStanding('b')]).toMatchObject(
        before.map((standing) =>
          'handoff' in standing ? { kind: standing.kind, handoff: standing.handoff } : {},
        ),
      );
      expect(await reopened.request(request('b'))).toMatchObject({ kind: 'waiting' });
    });

    it('gives one place to one passenger who asks many times at once', async () => {
      const standings = await Promise.all([1, 2, 3].map(() => handoffs.request(request('a'))));
      const ids = new Set(standings.map((standing) => ('handoff' in standing ? standing.handoff : '')));
      expect(ids.size).toBe(1);
      expect(await handoffs.request(request('b'))).toMatchObject({ position: 2 });
    });
  });
}
