import { ActivityTypes, type Attachment } from 'botbuilder';
import { z } from 'zod';
import type { LoggedActivity } from '../../conversationLog.js';
import { readSpeaker } from '../../desk/spokenBy.js';
import { readUploadId } from '../../uploads/uploadStore.js';
import { addressUpload } from './files.js';
import type { Entry } from './wire.js';

const traceSchema = z.object({ redeye: z.object({ route: z.string() }) });
const CARD = /^application\/vnd\.microsoft\.card\./;

/** What was said as an agent reads it; undefined for what is not said but done (arrivals, events). */
export function describeEntry({ position, direction, activity }: LoggedActivity): Entry | undefined {
  if (activity.type !== ActivityTypes.Message) return undefined;
  const text = activity.text ?? '';
  const attachments = (activity.attachments ?? []).flatMap(describeAttachment);
  if (text === '' && attachments.length === 0) return undefined;
  const speaker = direction === 'outgoing' ? readSpeaker(activity) : undefined;
  const route = direction === 'outgoing' ? traceSchema.safeParse(activity.channelData) : undefined;
  return {
    position,
    id: activity.id,
    at: (activity.timestamp ?? new Date(0)).toISOString(),
    from: direction === 'incoming' ? 'passenger' : speaker ? 'agent' : 'bot',
    ...(speaker && { name: speaker.name }),
    text,
    attachments,
    ...(route?.success && { route: route.data.redeye.route }),
    buttons: (activity.suggestedActions?.actions ?? []).map(({ title }) => title),
  };
}

export function describeEntries(logged: readonly LoggedActivity[]): Entry[] {
  return logged.map(describeEntry).filter((entry) => entry !== undefined);
}

/** A card says what the text says. A file of another channel stands where that channel keeps it. */
function describeAttachment({ name, contentType, contentUrl }: Attachment): Entry['attachments'][number][] {
  if (CARD.test(contentType) || contentUrl === undefined) return [];
  const id = readUploadId(contentUrl);
  const url = id === undefined ? contentUrl : addressUpload(id);
  if (id === undefined && !/^https:\/\//.test(contentUrl)) return [];
  return [{ name: name ?? '', contentType, url }];
}
