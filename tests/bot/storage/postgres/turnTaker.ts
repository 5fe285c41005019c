import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { openPostgres } from '../../../../bot/storage/postgres/openPostgres.js';
import { runOnce } from './runOnce.js';

// Takes turns in a few conversations at once, in a process of its own, and writes down when each began and ended, by
// the database's one clock: `turnTaker URL NAME TURNS CONVERSATIONS`. With `hold` for TURNS it takes one and keeps it.
const [url = '', name = '', turns = '', conversations = ''] = process.argv.slice(2);
const records = await openPostgres(url, randomUUID);
console.log('ready');

async function takeTurn(index: number): Promise<void> {
  const conversation = `c${String(index % Number(conversations))}`;
  await records.turnLock.run(conversation, async () => {
    const turn = `'${name}', '${conversation}', ${String(index)}`;
    await runOnce(
      url,
      `INSERT INTO turns (process, conversation, turn, began) VALUES (${turn}, clock_timestamp())`,
    );
    await pause(5);
    await runOnce(
      url,
      `UPDATE turns SET ended = clock_timestamp() WHERE (process, conversation, turn) = (${turn})`,
    );
  });
}

if (turns === 'hold') {
  await records.turnLock.run('c0', async () => {
    console.log('holding');
    await pause(600_000);
  });
} else {
  await Promise.all(Array.from({ length: Number(turns) }, (_, index) => takeTurn(index)));
  await records.close();
}
