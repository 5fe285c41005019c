import { spawn } from 'node:child_process';
import { once } from 'node:events';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Child {
  /** Fails when the child ends without a further line. */
  nextLine(): Promise<string>;
  /** All lines until the child ends. */
  readonly lines: AsyncIterable<string>;
  /** Ends it as a crash of the machine would: with no chance to do anything. */
  kill(): Promise<void>;
}

/** Runs a TypeScript program in a process of its own. */
export function startChild(program: URL, args: readonly string[]): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(program), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const exited = once(child, 'exit');
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    lines: { [Symbol.asyncIterator]: () => lines },
    nextLine: async () => {
      const next = await lines.next();
      if (next.done) throw new Error(`${program.pathname} ended without a line`);
      return next.value;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
