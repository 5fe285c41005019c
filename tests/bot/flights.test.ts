import { describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlightsConfig } from '../../bot/config.js';
import { chooseFlights } from '../../bot/flights.js';
import { createFlight, createLog } from '../services/flights/sampleFlights.js';

describe('chooseFlights', () => {
  const parts = { clock: { now: () => new Date('2026-11-22T08:00Z') }, log: createLog() };

  it.each([
    [{ source: 'demo' }, { name: 'demo', demo: true }],
    [
      { source: 'file', file: '/nowhere/flights.jsonl' },
      { name: 'file', demo: false },
    ],
    [
      { source: 'aeroapi', key: 'k', url: 'http://127.0.0.1:1' },
      { name: 'aeroapi', demo: false },
    ],
  ] as [FlightsConfig, object][])('%j', async (config, source) => {
    const { flights, close } = chooseFlights(config, parts);
    expect(flights.source).toMatchObject(source);
    await close();
  });

  it('answers from the file it is given', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'flights-'));
    const file = join(folder, 'flights.jsonl');
    await writeFile(file, JSON.stringify(createFlight()));
    const { flights, close } = chooseFlights({ source: 'file', file }, parts);
    expect(await flights.find({ flight: 'RE101', date: '2026-11-22' })).toHaveLength(1);
    await close();
    await rm(folder, { recursive: true });
  });
});
