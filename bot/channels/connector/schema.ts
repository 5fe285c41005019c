import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { cleanValue } from '../cleanValue.js';
import { cutText } from '../cutText.js';

const id = z.string().min(1).max(1024);
const account = z.object({ id }).loose();
const time = z.coerce.date().optional().catch(undefined);

/** An activity as the Bot Framework protocol has it: what a turn relies on is checked, the rest passes through. */
export const activitySchema = z
  .unknown()
  .transform((value, context) => cleanValue(value, context))
  .pipe(
    z
      .object({
        type: z.string().min(1).max(64),
        id: id.optional(),
        channelId: z.string().min(1).max(64),
        serviceUrl: z.url().max(2048),
        conversation: account,
        from: account,
        recipient: account,
        text: z.string().nullish(),
        locale: z.string().max(35).optional().catch(undefined),
        timestamp: time,
        localTimestamp: time,
        expiration: time,
      })
      .loose(),
  )
  .transform((activity) => limitText(activity as unknown as Activity));

function limitText(activity: Activity): Activity {
  const { text, removed } = cutText(activity.text ?? undefined);
  if (removed === 0) return activity;
  const channelData: unknown = activity.channelData;
  const data = typeof channelData === 'object' && channelData !== null ? channelData : {};
  return { ...activity, text: text ?? '', channelData: { ...data, redeye: { truncated: removed } } };
}
