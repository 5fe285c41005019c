import { ActivityTypes } from 'botbuilder';
import { z } from 'zod';
import type { Translate } from '../../locales/index.js';
import { matchLanguage, type Language } from '../../locales/language.js';
import type { Handoff } from '../../services/desk/handoff.js';
import type { ConversationLog, LoggedActivity } from '../conversationLog.js';
import { readSpeaker } from '../desk/spokenBy.js';

const MOST_LINES = 60;
const LONGEST_LINE = 600;

const passengerSchema = z.object({ user: z.object({ name: z.string().trim().min(1).max(80) }) });

/** What agents of an outside hub are told beside the passenger's words, in the passenger's language. */
export class HubNotes {
  constructor(
    private readonly parts: {
      readonly translate: Translate;
      readonly conversationLog: Pick<ConversationLog, 'readAfter'>;
    },
  ) {}

  /** The conversation so far as it is recorded, which is masked; its newest lines where it is long. */
  async composeHistory(handoff: Handoff): Promise<string> {
    const language = readLanguage(handoff);
    const { activities } = await this.parts.conversationLog.readAfter(handoff.conversation, 0);
    const lines = activities.flatMap((logged) => this.describeLine(logged, language));
    const left = Math.max(0, lines.length - MOST_LINES);
    const note = this.parts.translate(language, 'hub:note.history', {
      topic: handoff.topic,
      reason: handoff.reason,
    });
    const omitted = left === 0 ? [] : [this.parts.translate(language, 'hub:note.omitted', { count: left })];
    return [note, ...omitted, ...lines.slice(-MOST_LINES)].join('\n\n');
  }

  composeFarewell(handoff: Handoff): string {
    return this.parts.translate(readLanguage(handoff), 'hub:note.left');
  }

  /** How the passenger is called at the hub. */
  composeName(handoff: Handoff): string {
    const known = passengerSchema.safeParse(handoff.reference);
    if (known.success) return known.data.user.name;
    return this.parts.translate(readLanguage(handoff), 'hub:contact', { number: handoff.id.slice(0, 4) });
  }

  private describeLine({ direction, activity }: LoggedActivity, language: Language): string[] {
    const text = (activity.text ?? '').replace(/\s+/g, ' ').trim();
    if (activity.type !== ActivityTypes.Message || text === '') return [];
    const cut = text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
    const key = direction === 'incoming' ? 'hub:note.passenger' : 'hub:note.bot';
    const who = readSpeaker(activity)?.name ?? this.parts.translate(language, key);
    return [`**${who}:** ${cut}`];
  }
}

function readLanguage({ language }: Handoff): Language {
  return matchLanguage(language) ?? 'en';
}
