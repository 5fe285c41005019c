import { ActivityTypes, type Activity, type Attachment } from 'botbuilder';
import { addressPage } from '../../pageLinks.js';
import type { LoggedActivity } from '../../conversationLog.js';
import type { Tokens } from './tokens.js';
import { linkUpload } from './uploadLinks.js';
import { readUploadId, type UploadStore } from '../../uploads/uploadStore.js';
import type { DirectLineParts } from './parts.js';

export interface ActivitySet {
  readonly activities: Partial<Activity>[];
  readonly watermark?: string;
}

const SHOWN_FROM_PASSENGER: readonly string[] = [ActivityTypes.Message, ActivityTypes.Event];
const SHOWN_FROM_BOT: readonly string[] = [
  ActivityTypes.Message,
  ActivityTypes.Event,
  ActivityTypes.Typing,
  ActivityTypes.EndOfConversation,
];

export interface PresenterParts extends Pick<DirectLineParts, 'translate' | 'chooseLanguage'> {
  readonly tokens: Tokens;
  readonly uploads: Pick<UploadStore, 'isKept'>;
}

/**
 * Turns logged activities into what clients are sent, with links to pages and, for a day, to uploaded files; in the
 * place of a file that is no longer kept stand words that say so.
 */
export class ActivityPresenter {
  constructor(private readonly parts: PresenterParts) {}

  /** `baseUrl` is where this client reaches the service. Activities not meant for clients are left out. */
  async present(logged: readonly LoggedActivity[], baseUrl: string): Promise<Partial<Activity>[]> {
    const shown = logged.filter(({ direction, activity }) => {
      const types = direction === 'incoming' ? SHOWN_FROM_PASSENGER : SHOWN_FROM_BOT;
      return types.includes(activity.type ?? '');
    });
    return Promise.all(
      shown.map(async ({ direction, activity }) => {
        const linked = await this.linkUploads(activity, baseUrl);
        // A passenger's own words lead to nobody's page.
        return direction === 'incoming' ? linked : addressPage(linked, baseUrl, this.parts.tokens);
      }),
    );
  }

  private async linkUploads(activity: Partial<Activity>, baseUrl: string): Promise<Partial<Activity>> {
    const sent = activity.attachments ?? [];
    if (!sent.some(({ contentUrl }) => readUploadId(contentUrl))) return activity;
    const linked = await Promise.all(sent.map((attachment) => this.link(attachment, baseUrl)));
    const gone = sent.filter((_attachment, index) => linked[index] === undefined);
    const attachments = linked.filter((attachment) => attachment !== undefined);
    return {
      ...activity,
      attachments,
      ...(gone.length > 0 && { text: await this.tellGone(activity, gone) }),
    };
  }

  /** Undefined where the file is no longer kept. */
  private async link(attachment: Attachment, baseUrl: string): Promise<Attachment | undefined> {
    const id = readUploadId(attachment.contentUrl);
    if (!id) return attachment;
    if (!(await this.parts.uploads.isKept(id))) return undefined;
    const contentUrl = await linkUpload(id, baseUrl, this.parts.tokens);
    // Web Chat shows a passenger's own picture as a file to download unless it has a thumbnail.
    const isPicture = attachment.contentType.startsWith('image/');
    return { ...attachment, contentUrl, ...(isPicture && { thumbnailUrl: contentUrl }) };
  }

  private async tellGone(activity: Partial<Activity>, gone: readonly Attachment[]): Promise<string> {
    const { text, locale, conversation } = activity;
    const conversationId = conversation?.id ?? '';
    const language = await this.parts.chooseLanguage({ conversationId, text, locale });
    const notes = gone.map(({ name = '' }) =>
      this.parts.translate(language, 'channels:fileGone.named', { name }),
    );
    return [...(text ? [text] : []), ...notes].join('\n\n');
  }
}
