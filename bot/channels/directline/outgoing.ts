import { ActivityTypes, type Activity, type Attachment } from 'botbuilder';
import { addressPage } from '../../pageLinks.js';
import type { LoggedActivity } from '../../conversationLog.js';
import type { Tokens } from './tokens.js';
import { linkUpload } from './uploadLinks.js';
import { readUploadId } from './uploadStore.js';

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

/** Turns logged activities into what clients are sent, with links to uploaded files, for a day, and to pages. */
export class ActivityPresenter {
  constructor(private readonly tokens: Tokens) {}

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
        return direction === 'incoming' ? linked : addressPage(linked, baseUrl, this.tokens);
      }),
    );
  }

  private async linkUploads(activity: Partial<Activity>, baseUrl: string): Promise<Partial<Activity>> {
    if (!activity.attachments?.some((attachment) => readUploadId(attachment.contentUrl))) return activity;
    const attachments = await Promise.all(
      activity.attachments.map((attachment) => this.link(attachment, baseUrl)),
    );
    return { ...activity, attachments };
  }

  private async link(attachment: Attachment, baseUrl: string): Promise<Attachment> {
    const id = readUploadId(attachment.contentUrl);
    if (!id) return attachment;
    const contentUrl = await linkUpload(id, baseUrl, this.tokens);
    // Web Chat shows a passenger's own picture as a file to download unless it has a thumbnail.
    const isPicture = attachment.contentType.startsWith('image/');
    return { ...attachment, contentUrl, ...(isPicture && { thumbnailUrl: contentUrl }) };
  }
}
