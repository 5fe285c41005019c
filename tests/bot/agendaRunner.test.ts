import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AgendaRunner, type AgendaHandler } from '../../bot/agendaRunner.js';
import type { Agenda } from '../../services/agenda.js';
import { MemoryAgenda } from '../contracts/memoryAgenda.js';

const START = new Date('2026-12-01T00:00:00Z');
const clock = { now: () => new Date() };
const after = (seconds: number): Date => new Date(START.getTime() + seconds * 1000);

describe('AgendaRunner', () => {
  let agenda: Agenda;
  let handled: string[];
  let errors: unknown[];
  let runner: AgendaRunner;

  function createRunner(handler: AgendaHandler): AgendaRunner {
    const handlers = new Map([['test', handler]]);
    const log = { error: (details: unknown) => errors.push(details) };
    return new AgendaRunner({ agenda, clock, log: log as never, handlers });
  }
  const schedule = (key: string, seconds: number, kind = 'test'): Promise<void> =>
    agenda.schedule({ key, due: after(seconds), kind, data: null });

  beforeEach(() => {
    jest.useFakeTimers({ now: START });
    agenda = new MemoryAgenda();
    handled = [];
    errors = [];
    runner = createRunner(({ key }) => Promise.resolve(void handled.push(key)));
  });
  afterEach(async () => {
    await runner.stop();
    jest.useRealTimers();
  });

  it('catches up at the start on what fell due while it was down, in order', async () => {
    await schedule('b', -10);
    await schedule('a', -3600);
    runner.start();
    await jest.advanceTimersByTimeAsync(0);
    expect(handled).toEqual(['a', 'b']);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(handled).toEqual(['a', 'b']);
  });

  it('does at its time what is scheduled while it runs, sooner than its usual look', async () => {
    runner.start();
    await jest.advanceTimersByTimeAsync(0);
    await schedule('soon', 5);
    await schedule('later', 300);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(handled).toEqual(['soon']);
    await jest.advanceTimersByTimeAsync(330_000);
    expect(handled).toEqual(['soon', 'later']);
  });

  it('looks again at what its handler puts off', async () => {
    const times: number[] = [];
    runner = createRunner(() => {
      times.push((Date.now() - START.getTime()) / 1000);
      return Promise.resolve(times.length < 3 ? after(times.length * 60) : undefined);
    });
    await schedule('a', 0);
    runner.start();
    await jest.advanceTimersByTimeAsync(600_000);
    expect(times).toEqual([0, 60, 120]);
  });

  it('tries a failing entry again, ever later, logs it, and does the others meanwhile', async () => {
    let failures = 0;
    runner = createRunner(({ key }) => {
      if (key === 'bad' && (failures += 1) < 4) return Promise.reject(new Error('no connection'));
      handled.push(key);
      return Promise.resolve(undefined);
    });
    await schedule('bad', 0);
    await schedule('good', 1);
    await schedule('unknown', 0, 'no such kind');
    runner.start();
    await jest.advanceTimersByTimeAsync(30_000);
    expect(handled).toEqual(['good']);
    await jest.advanceTimersByTimeAsync(180_000);
    expect(handled).toEqual(['good', 'bad']);
    expect(errors).toContainEqual(expect.objectContaining({ key: 'bad', attempts: 2, retryInMs: 40_000 }));
    expect(errors).toContainEqual(expect.objectContaining({ kind: 'no such kind' }));
  });

  it('is not kept busy by a handler that is never content', async () => {
    let calls = 0;
    runner = createRunner(() => {
      calls += 1;
      return Promise.resolve(after(-60));
    });
    await schedule('a', 0);
    runner.start();
    await jest.advanceTimersByTimeAsync(90_000);
    expect(calls).toBeLessThan(10);
    expect(calls).toBeGreaterThan(1);
  });

  it('finishes the entry it is at when stopped, and leaves the rest', async () => {
    let finish = (): void => undefined;
    runner = createRunner(async ({ key }) => {
      await new Promise<void>((resolve) => (finish = resolve));
      handled.push(key);
      return undefined;
    });
    await schedule('a', -2);
    await schedule('b', -1);
    runner.start();
    await jest.advanceTimersByTimeAsync(0);
    const stopped = runner.stop();
    finish();
    await stopped;
    expect(handled).toEqual(['a']);
    expect(await agenda.takeDue(clock.now(), 9)).toMatchObject([{ key: 'b' }]);
  });
});
