import { ActivityTypes, type Activity } from 'botbuilder';
import wrapAnsi from 'wrap-ansi';
import type { TranslationKey } from '../../../locales/index.js';
import type { Clock } from '../../../services/clock.js';
import { listChoices, readChoice, type Choice } from './choices.js';
import { renderMarkdown } from './renderMarkdown.js';

export interface ConsoleParts {
  /** What is typed, a line at a time, until the terminal closes. */
  readonly lines: AsyncIterable<string>;
  readonly write: (text: string) => void;
  /** How many characters of Latin fit in a line now. */
  readonly getColumns: () => number;
  /** Whether the terminal shows bold and the like. */
  readonly styled: boolean;
  /** Runs one turn; what the bot says meanwhile comes back through `show`. */
  readonly run: (activity: Partial<Activity>) => Promise<void>;
  readonly say: (key: ConsoleWords) => string;
  readonly locale: string;
  readonly clock: Clock;
  readonly createId: () => string;
}

type ConsoleWords = Extract<TranslationKey, `channels:console.${string}`>;

const WIDEST = 100;
const USER = { id: 'console', name: '', role: 'user' };

export const CONSOLE_CHANNEL = 'console';

/** A passenger at a terminal, in a conversation that ends with it. */
export class ConsoleChannel {
  private isAnswering = false;
  private choices: Choice[] = [];
  private readonly conversationId: string;

  constructor(private readonly parts: ConsoleParts) {
    this.conversationId = `console-${parts.createId()}`;
  }

  /** Welcomes and answers until there are no more lines. A failed turn is told and does not end it. */
  async talk(): Promise<void> {
    const { lines, say, write } = this.parts;
    write(`${say('channels:console.greeting')}\n\n`);
    await this.run({ type: ActivityTypes.ConversationUpdate, membersAdded: [{ id: USER.id, name: '' }] });
    this.prompt();
    for await (const line of lines) {
      await this.run({ type: ActivityTypes.Message, ...readChoice(line, this.choices) });
      this.prompt();
    }
    write(`\n${say('channels:console.goodbye')}\n`);
  }

  /** Shows what the bot said; where nobody asked, on a line of its own, and waits for words again. */
  show(activity: Partial<Activity>): void {
    if (activity.type !== ActivityTypes.Message) return;
    if (!this.isAnswering) this.parts.write('\n\n');
    const { say, styled, write, getColumns } = this.parts;
    const cards = (activity.attachments ?? []).map(describeCard);
    const text = [activity.text ?? '', ...cards].filter(Boolean).join('\n\n');
    const named = `${say('channels:console.bot')}: ${renderMarkdown(text, { styled })}`;
    const before = this.choices.length;
    const offered = listChoices(activity);
    // Numbers go on through a turn: what an earlier message of it offers stays choosable.
    this.choices = [...this.choices, ...offered];
    const options = offered.map(({ title }, index) => `  ${before + index + 1}  ${title}`);
    const width = Math.max(20, Math.min(WIDEST, getColumns()));
    // `hard` breaks inside what has no spaces, which is every Chinese sentence.
    const shown = [
      wrapAnsi(named, width, { hard: true }),
      ...options.map((option) => wrapAnsi(option, width, { hard: true, trim: false })),
    ];
    write(`${shown.join('\n')}\n\n`);
    if (!this.isAnswering) this.prompt();
  }

  private async run(activity: Partial<Activity>): Promise<void> {
    const { run, createId, clock, locale, say, write } = this.parts;
    this.choices = [];
    this.isAnswering = true;
    try {
      await run({
        ...activity,
        id: createId(),
        timestamp: clock.now(),
        channelId: CONSOLE_CHANNEL,
        serviceUrl: 'urn:redeye:console',
        conversation: { id: this.conversationId, name: '', isGroup: false, conversationType: 'personal' },
        from: USER,
        recipient: { id: 'redeye', name: 'Redeye', role: 'bot' },
        locale,
      });
    } catch {
      write(`${say('channels:console.failed')}\n\n`);
    } finally {
      this.isAnswering = false;
    }
  }

  private prompt(): void {
    this.parts.write(`${this.parts.say('channels:console.prompt')}> `);
  }
}

function describeCard({
  content,
  contentUrl,
  name,
}: {
  content?: unknown;
  contentUrl?: string;
  name?: string;
}): string {
  const card = (content ?? {}) as { title?: string; subtitle?: string; text?: string; fallbackText?: string };
  return [
    card.title && `**${card.title}**`,
    card.subtitle,
    card.text,
    card.fallbackText,
    content ? undefined : (name ?? contentUrl),
  ]
    .filter(Boolean)
    .join('\n');
}
