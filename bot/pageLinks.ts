import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { PAGE_ADDRESS, type PageLinks } from '../dialogs/casePage.js';
import { CONSOLE_CHANNEL } from './channels/console/consoleChannel.js';
import type { Tokens } from './channels/directline/tokens.js';
import { OWN_CHANNEL } from './conversationKey.js';

export const CLAIMS_PATH = '/claims';
const LINK_SECONDS = 30 * 24 * 60 * 60;

const pageSchema = z.object({
  redeye: z.object({
    page: z.object({ kind: z.literal('claim'), reference: z.string(), language: z.string() }),
  }),
});

/**
 * The activity with the real address of its page in its text, where it has one. The address is made anew whenever the
 * activity is sent, and is kept nowhere: who has it can read the page, for 30 days.
 */
export async function addressPage(
  activity: Partial<Activity>,
  baseUrl: string,
  tokens: Pick<Tokens, 'sign'>,
): Promise<Partial<Activity>> {
  const data = pageSchema.safeParse(activity.channelData);
  if (!data.success || !activity.text?.includes(PAGE_ADDRESS)) return activity;
  const { reference, language } = data.data.redeye.page;
  const token = await tokens.sign('report', { conv: reference, user: 'any', lang: language }, LINK_SECONDS);
  return { ...activity, text: activity.text.replaceAll(PAGE_ADDRESS, `${baseUrl}${CLAIMS_PATH}/${token}`) };
}

/**
 * Which channels can be given addresses: our own says where it is reached in each request; to others only `PUBLIC_URL`
 * tells. The terminal's desk has no pages.
 */
export function createPageLinks(publicUrl: string | undefined): PageLinks {
  return {
    reach: (channelId) =>
      channelId === OWN_CHANNEL || (publicUrl !== undefined && channelId !== CONSOLE_CHANNEL),
  };
}
