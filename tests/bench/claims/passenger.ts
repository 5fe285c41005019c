import { findReference, listClaimWords } from '../claimTalk.js';
import { LocalDesk } from '../localDesk.js';
import type { Note, Place } from './note.js';

/**
 * Files claims one after the other, noting each message before it is sent and each reference once it was read. Goes on
 * where the one before it was killed, with the same message again: `passenger.ts DIRECTORY CLAIM STEP [once]`.
 */
const [directory = '', claim = '0', step = '0', once] = process.argv.slice(2);

function note(each: Note): void {
  process.stdout.write(`${JSON.stringify(each)}\n`);
}

async function fileClaim(desk: LocalDesk, { claim, step }: Place): Promise<void> {
  for (const [index, words] of listClaimWords(claim).entries()) {
    if (index < step) continue;
    note({ sends: { claim, step: index } });
    const said = await desk.say(`claim-${String(claim)}`, `claim-${String(claim)}-${String(index)}`, words);
    const reference = findReference(said);
    if (reference !== undefined) note({ claim, reads: reference });
  }
}

const desk = await LocalDesk.open(directory);
note({ opened: true });
await desk.start();
await fileClaim(desk, { claim: Number(claim), step: Number(step) });
for (let next = Number(claim) + 1; once === undefined; next += 1)
  await fileClaim(desk, { claim: next, step: 0 });
await desk.close();
