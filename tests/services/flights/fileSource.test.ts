import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileSource } from '../../../services/flights/fileSource.js';
import type { Flight } from '../../../services/flights/flight.js';
import { describeFlights, NOW, TODAY } from '../../contracts/flights.js';
import { CONTRACT_FLIGHTS, createFlight, createLog } from './sampleFlights.js';

const clock = { now: () => NOW };

function toLines(flights: readonly Flight[]): string {
  return flights.map((flight) => `${JSON.stringify(flight)}\n`).join('');
}

describeFlights('file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'flights-'));
  const file = join(folder, 'flights.jsonl');
  await writeFile(file, toLines(CONTRACT_FLIGHTS));
  const flights = new FileSource(file, clock, createLog());
  return {
    flights,
    dispose: async () => {
      await flights.close();
      await rm(folder, { recursive: true });
    },
  };
});

describe('the file of flights', () => {
  let folder: string;
  let file: string;
  let source: FileSource;
  let log: ReturnType<typeof createLog>;
  const ask = (flight = 'RE101') => source.find({ flight, date: TODAY });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'flights-'));
    file = join(folder, 'flights.jsonl');
    log = createLog();
  });
  afterEach(async () => {
    await source.close();
    await rm(folder, { recursive: true });
  });

  async function open(text: string | Buffer): Promise<void> {
    await writeFile(file, text);
    source = new FileSource(file, clock, log);
  }

  it('reads a line with the least that a flight needs', async () => {
    await open(
      '\uFEFF{"flight":"CX0721","codeshares":["QF8245"],"date":"2026-11-22","origin":"HKG","destination":"SGN",' +
        '"scheduledDeparture":"2026-11-22T22:40+08:00","status":"departed","note":"more than is known"}\r\n\r\n',
    );
    expect(await ask('QF8245')).toEqual([
      createFlight({
        flight: 'CX721',
        codeshares: ['QF8245'],
        origin: 'HKG',
        destination: 'SGN',
        scheduledDeparture: '2026-11-22T22:40+08:00',
        scheduledArrival: null,
        status: 'departed',
        updated: null,
      }),
    ]);
  });

  it('rejects bad lines by number and keeps the rest', async () => {
    const [good = ''] = toLines([createFlight()]).split('\n');
    const bad = [
      'nonsense',
      good.slice(0, 40),
      good.replace('T18:00+08:00', 'T18:00'),
      good.replace('"scheduled"', '"late"'),
      good.replace('2026-11-22"', '2026-02-30"'),
      '[]',
      'null',
    ];
    await open([...bad, good].join('\n'));
    expect(await ask()).toHaveLength(1);
    expect(source.rejections.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(source.rejections[2]?.problem).toMatch(/scheduledDeparture/);
    expect(log.warnings).toEqual([
      { message: 'lines of the flight file rejected', details: expect.objectContaining({ rejected: 7 }) },
    ]);
  });

  it('reads bytes that are no text as lines that are no flights', async () => {
    await open(
      Buffer.concat([Buffer.from([0xff, 0xfe, 0x00, 0x0a]), Buffer.from(toLines([createFlight()]))]),
    );
    expect(await ask()).toHaveLength(1);
    expect(source.rejections).toEqual([{ line: 1, problem: 'not JSON' }]);
  });

  const newer = createFlight({ gate: 'B2', codeshares: ['CA2'], updated: '2026-11-22T16:00+08:00' });
  const older = createFlight({ gate: 'A1', codeshares: ['CA1'], updated: '2026-11-22T07:59Z' });
  it.each([[[newer, older]], [[older, newer]]])('lets the newest of duplicates win', async (lines) => {
    await open(toLines(lines));
    expect(await ask()).toEqual([newer]);
    expect(await ask('CA2')).toEqual([newer]);
    expect(await ask('CA1')).toEqual([]);
  });

  it('notices a change', async () => {
    await open(toLines([createFlight()]));
    await ask();
    await writeFile(`${file}.new`, toLines([createFlight({ gate: 'C3' })]));
    await rename(`${file}.new`, file);
    const deadline = Date.now() + 10_000;
    while ((await ask())[0]?.gate !== 'C3') {
      if (Date.now() > deadline) throw new Error('the change went unnoticed');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  });

  it.each(['', 'nonsense\n', undefined])(
    'keeps the last good data when the file becomes %j',
    async (text) => {
      await open(toLines([createFlight()]));
      await ask();
      if (text === undefined) await rm(file);
      else await writeFile(file, text);
      await source.reload();
      expect(await ask()).toHaveLength(1);
      expect(source.source.staleSince).toEqual(NOW);
      await writeFile(file, toLines([createFlight({ gate: 'D4' })]));
      await source.reload();
      expect(source.source.staleSince).toBeNull();
      expect((await ask())[0]?.gate).toBe('D4');
    },
  );

  it('cannot be reached until there is a file', async () => {
    source = new FileSource(file, clock, log);
    await expect(ask()).rejects.toMatchObject({ code: 'flights.unreachable' });
    await writeFile(file, toLines([createFlight()]));
    await source.reload();
    expect(await ask()).toHaveLength(1);
  });

  it('reads what changed while it was reading', async () => {
    await open(toLines([createFlight()]));
    const first = source.reload();
    await writeFile(file, toLines([createFlight({ gate: 'E5' })]));
    await Promise.all([first, source.reload()]);
    expect((await ask())[0]?.gate).toBe('E5');
  });
});
