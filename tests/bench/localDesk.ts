import type { Activity } from 'botbuilder';
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createApp, type App } from '../../bot/app.js';
import { readConfig } from '../../bot/config.js';
import { openKnowledge } from '../../bot/knowledge.js';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const log = pino({ level: 'fatal' }, pino.destination(2));

function configure(dataDirectory: string) {
  return readConfig({ DATA_DIR: dataDirectory, PORT: '0', LOG_LEVEL: 'fatal' }, projectFolder);
}

/** Learns the FAQ into a data directory, or takes what `npm start` learnt before, so that desks start at once on it. */
export async function learnFaq(dataDirectory: string): Promise<void> {
  const learnt = path.join(projectFolder, 'data', 'models');
  if (existsSync(learnt)) await cp(learnt, path.join(dataDirectory, 'models'), { recursive: true });
  await openKnowledge(configure(dataDirectory), log);
}

/** The whole service on a data directory of its own, talked to without a network in between. */
export class LocalDesk {
  private said: Partial<Activity>[] = [];
  private readonly runTurn: (activity: Partial<Activity>) => Promise<void>;

  private constructor(private readonly app: App) {
    this.runTurn = app.openLocal((activity) => this.said.push(activity));
  }

  static async open(dataDirectory: string): Promise<LocalDesk> {
    return new LocalDesk(await createApp(configure(dataDirectory), { log }));
  }

  /** Takes up the turns a killed process left, and does what is due. */
  async start(): Promise<void> {
    await this.app.listen();
  }

  /** Says something and returns all the desk says to it; nothing to what it has answered before. One at a time. */
  async say(conversation: string, id: string, text: string): Promise<string[]> {
    this.said = [];
    await this.runTurn({
      type: 'message',
      id,
      text,
      channelId: 'directline',
      serviceUrl: 'urn:bench',
      conversation: { id: conversation, name: '', isGroup: false, conversationType: 'personal' },
      from: { id: `passenger-${conversation}`, name: '', role: 'user' },
      recipient: { id: 'desk', name: '', role: 'bot' },
      locale: 'en',
    });
    return this.said.map((activity) => activity.text ?? '');
  }

  close(): Promise<void> {
    return this.app.close();
  }
}
