import type { Activity } from 'botbuilder';
import { z } from 'zod';

/** The agent behind a message; `message` names it, so that the same one is said once. */
export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly message?: string | undefined;
}

const speakerSchema = z.object({
  redeye: z.object({
    agent: z.object({ id: z.string(), name: z.string(), message: z.string().optional() }),
  }),
});

/** Who said it, of what left through a channel; undefined where the bot itself did. */
export function readSpeaker({ channelData }: Pick<Partial<Activity>, 'channelData'>): Speaker | undefined {
  return speakerSchema.safeParse(channelData).data?.redeye.agent;
}
