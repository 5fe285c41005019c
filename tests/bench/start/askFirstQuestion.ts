import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';

const sessionSchema = z.object({ token: z.string(), conversationId: z.string() });
const activitiesSchema = z.object({
  activities: z.array(z.looseObject({ replyToId: z.string().optional() })),
});

const QUESTION = { type: 'message', text: 'How much baggage may I check in?', locale: 'en' };
const POLL_MS = 10;

/** Starts a conversation as the web page does, asks, and returns when the answer can be read. */
export async function askFirstQuestion(address: string): Promise<void> {
  const { token, conversationId } = sessionSchema.parse(
    await call(`${address}/chat/session`, { locale: 'en' }),
  );
  const activities = `${address}/v3/directline/conversations/${conversationId}/activities`;
  const { id } = z.object({ id: z.string() }).parse(await call(activities, QUESTION, token));
  for (;;) {
    const read = activitiesSchema.parse(await call(activities, undefined, token));
    if (read.activities.some(({ replyToId }) => replyToId === id)) return;
    await setTimeout(POLL_MS);
  }
}

async function call(url: string, body?: object, token?: string): Promise<unknown> {
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${url}: ${String(response.status)} ${await response.text()}`);
  return response.json();
}
