import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const PORT = 56150;
const PATIENCE_MS = 60_000;

const account = z.object({ id: z.string() });
const configSchema = z.object({
  config: z.object({ currentUser: account, bot: account, personalChat: account }).loose(),
});
const actionSchema = z.object({
  action: z.string(),
  message: z.object({ from: account, text: z.string().optional() }).loose().optional(),
});

/** Microsoft's Agents Playground, driven the way its own page drives it. */
export class Playground {
  private readonly replies: string[] = [];
  private wake: () => void = () => undefined;

  private constructor(
    private readonly child: ChildProcess,
    private readonly socket: WebSocket,
    private readonly people: z.infer<typeof configSchema>['config'],
  ) {
    socket.on('message', (data: Buffer) => {
      const { message } = actionSchema.parse(JSON.parse(data.toString()));
      if (message?.from.id !== people.bot.id) return;
      this.replies.push(message.text ?? '');
      this.wake();
    });
  }

  /** Starts it against a bot. `workFolder` takes its log. Everything stays in memory and on loopback. */
  static async start(endpoint: string, workFolder: string): Promise<Playground> {
    const manifest = require.resolve('@microsoft/m365agentsplayground/package.json');
    const options = ['-e', endpoint, '-c', 'emulator', '-p', String(PORT), '--disable-telemetry', 'true'];
    const child = spawn(process.execPath, [join(dirname(manifest), 'cli.js'), 'start', ...options], {
      cwd: workFolder,
      env: { PATH: process.env['PATH'], HOME: workFolder, TEAMSAPPTESTER_BROWSER: 'none' },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    try {
      const config = await readWhenUp(`http://127.0.0.1:${PORT}/_internal/v1/config`, child);
      const socket = new WebSocket(`ws://127.0.0.1:${PORT}/_ws_conversation/v1/conversations/stream`);
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
      return new Playground(child, socket, configSchema.parse(config).config);
    } catch (error) {
      child.kill();
      throw error;
    }
  }

  /** Types a message in the personal chat. */
  async say(text: string): Promise<void> {
    const { personalChat, currentUser } = this.people;
    const address = `http://127.0.0.1:${PORT}/_conversation/v1/conversations/${personalChat.id}/messages`;
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: currentUser, text, textFormat: 'plain' }),
    });
    if (!response.ok) throw new Error(`the playground refused the message: ${await response.text()}`);
  }

  /** The bot's next message that has not been asked for yet. */
  async nextReply(): Promise<string> {
    const deadline = AbortSignal.timeout(PATIENCE_MS);
    for (;;) {
      const reply = this.replies.shift();
      if (reply !== undefined) return reply;
      await new Promise<void>((resolve, reject) => {
        this.wake = resolve;
        deadline.addEventListener('abort', () => reject(new Error('the bot did not reply')));
      });
    }
  }

  stop(): void {
    this.socket.terminate();
    this.child.kill();
  }
}

async function readWhenUp(address: string, child: ChildProcess): Promise<unknown> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    try {
      return await (await fetch(address)).json();
    } catch {
      await wait(200);
    }
  }
  throw new Error('the playground did not start');
}
