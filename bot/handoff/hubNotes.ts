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

export interface History {
  readonly text: string;
  /** The place in the record where it ends. */
  readonly upTo: number;
}

/** What agents of an outside hub are told beside the passenger's words, in the passenger's language. */
export class HubNotes {
  constructor(
    private readonly parts: {
      readonly translate: Translate;
      readonly conversationLog: Pick<ConversationLog, 'readAfter'>;
    },
  ) {}

  /**
   * The conversation as it is recorded, which is masked, from a place in the record to its end; the newest lines where
   * it is long. No text where nothing was said since.
   */
  async composeHistory(handoff: Handoff, after: number): Promise<History> {
    const language = readLanguage(handoff);
    const { activities, position } = await this.parts.conversationLog.readAfter(handoff.conversation, after);
    const lines = activities.flatMap((logged) => this.describeLine(logged, language));
    if (lines.length === 0) return { text: '', upTo: position };
    const left = Math.max(0, lines.length - MOST_LINES);
    const { topic, reason } = handoff;
    const heading = this.parts.translate(language, after === 0 ? 'hub:note.history' : 'hub:note.meanwhile', {
      topic,
      reason,
    });
    const omitted = left === 0 ? [] : [this.parts.translate(language, 'hub:note.omitted', { count: left })];
    return { text: [heading, ...omitted, ...lines.slice(-MOST_LINES)].join('\n\n'), upTo: position };
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
