import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { NoticeTeller } from '../../../bot/desk/noticeTeller.js';
import type { FloorNotice } from '../../../services/desk/floor.js';

const LOG = { warn: () => undefined, error: () => undefined };

function createNotice(id: string, conversation: string): FloorNotice {
  return { id, kind: 'joined', agentName: 'Li', handoff: { conversation } as FloorNotice['handoff'] };
}

/** A teller of these notices, and what it told. `fail` says how often telling each fails first. */
function openTeller(notices: readonly FloorNotice[], fail: Record<string, number> = {}) {
  let untold = [...notices];
  const told: string[] = [];
  const tries: string[] = [];
  const teller = new NoticeTeller({
    listUntold: () => untold,
    tell: ({ id }) => {
      tries.push(id);
      fail[id] = (fail[id] ?? 0) - 1;
      if (fail[id] >= 0) return Promise.reject(new Error('the channel does not answer'));
      told.push(id);
      return Promise.resolve();
    },
    noteTold: (id) => {
      untold = untold.filter((notice) => notice.id !== id);
      return Promise.resolve();
    },
    log: LOG,
  });
  return { teller, told, tries, listUntold: () => untold.map(({ id }) => id) };
}

describe('telling passengers what happened to their talk', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('tells those of one conversation in their order, once', async () => {
    const { teller, told, tries } = openTeller([createNotice('1', 'a'), createNotice('2', 'a')]);
    teller.look();
    teller.look();
    await teller.settle('a');
    expect(told).toEqual(['1', '2']);
    expect(tries).toEqual(['1', '2']);
  });

  it('holds nobody up with a channel that does not answer', async () => {
    const { teller, told } = openTeller([createNotice('1', 'a'), createNotice('2', 'b')], { 1: 99 });
    teller.look();
    await jest.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['2']);
  });

  it('tries again, less and less often, and keeps the order meanwhile', async () => {
    const { teller, told, tries } = openTeller([createNotice('1', 'a'), createNotice('2', 'a')], { 1: 3 });
    teller.look();
    await jest.advanceTimersByTimeAsync(999);
    expect(tries).toEqual(['1']);
    await jest.advanceTimersByTimeAsync(1);
    expect(tries).toEqual(['1', '1']);
    await jest.advanceTimersByTimeAsync(2000);
    expect(tries).toEqual(['1', '1', '1']);
    expect(told).toEqual([]);
    await jest.advanceTimersByTimeAsync(4000);
    expect(told).toEqual(['1', '2']);
  });

  it('gives up on who cannot be reached for hours, and goes on', async () => {
    const { teller, told, tries, listUntold } = openTeller([createNotice('1', 'a'), createNotice('2', 'a')], {
      1: 99,
    });
    teller.look();
    await jest.advanceTimersByTimeAsync(5 * 3_600_000);
    expect(tries.filter((id) => id === '1')).toHaveLength(30);
    expect(told).toEqual(['2']);
    expect(listUntold()).toEqual([]);
  });

  it('begins nothing once it is stopped', async () => {
    const { teller, told } = openTeller([createNotice('1', 'a')], { 1: 1 });
    teller.look();
    await jest.advanceTimersByTimeAsync(0);
    await teller.stop();
    await jest.advanceTimersByTimeAsync(60_000);
    teller.look();
    expect(told).toEqual([]);
  });
});
