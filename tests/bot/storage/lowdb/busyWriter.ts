import { openDataDirectory } from '../../../../bot/storage/lowdb/openDataDirectory.js';

// Appends without end to a few streams at once and writes state, and says so each time one is acknowledged.
const { eventLog, storage } = await openDataDirectory(process.argv[2] ?? '');
const life = process.argv[3] ?? '';

async function keepAppending(stream: string): Promise<never> {
  for (let count = 0; ; count += 1) {
    const size = 1 + (count % 3);
    const id = `${life}.${String(count)}`;
    const events = Array.from({ length: size }, (_, index) => ({
      type: 'noted',
      time: '2026-11-22T08:00:00.000Z',
      actor: 'system',
      data: { id, index, size },
    }));
    await eventLog.append(stream, events, 'any');
    await storage.write({ [stream]: { id } });
    console.log(JSON.stringify({ stream, id }));
  }
}

await Promise.all(['note/1', 'note/2', 'note/3'].map(keepAppending));
