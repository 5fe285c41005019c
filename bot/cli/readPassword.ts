import { text } from 'node:stream/consumers';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** All of standard input without the line's end. */
export async function readPasswordFromStdin(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}

/** Asks at the terminal, twice, showing nothing of what is typed. Undefined without a terminal, or where they differ. */
export async function askForPassword(): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const [first, second] = [await ask('Password: '), await ask('Once more: ')];
  return first === second ? first : undefined;
}

async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
