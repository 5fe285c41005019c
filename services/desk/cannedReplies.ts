import { z } from 'zod';
import type { Clock } from '../clock.js';
import { RedeyeError } from '../errors.js';
import type { EventLog, Json } from '../eventLog.js';

const CANNED_KIND = 'canned';

const pairSchema = (longest: number) =>
  z.object({
    en: z.string().trim().min(1).max(longest),
    zh: z.string().trim().min(1).max(longest),
  });

/** A reply agents insert with one key, always in both languages. */
const cannedReplySchema = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/, 'lower-case letters, digits, dots, hyphens'),
  title: pairSchema(80),
  text: pairSchema(2000),
});
export type CannedReply = z.infer<typeof cannedReplySchema>;

const keptSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('canned-reply-saved'), data: cannedReplySchema }),
  z.object({ type: z.literal('canned-reply-removed'), data: z.object({}) }),
]);

export interface CannedParts {
  readonly eventLog: EventLog;
  readonly clock: Clock;
  /** There from the start, until one of the same id is saved or removed. */
  readonly startingSet: readonly CannedReply[];
}

/** The desk's canned replies: a starting set, and what supervisors made of it. */
export class CannedReplies {
  constructor(private readonly parts: CannedParts) {}

  /** By id. Fails with `storage.corrupt` where one of them cannot be read. */
  async list(): Promise<CannedReply[]> {
    const replies = new Map(this.parts.startingSet.map((reply) => [reply.id, reply]));
    for await (const stream of this.parts.eventLog.list(CANNED_KIND)) {
      const id = stream.slice(CANNED_KIND.length + 1);
      const saved = await this.readNewest(stream);
      if (saved) replies.set(id, saved);
      else replies.delete(id);
    }
    return [...replies.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** New, or in place of the one with this id. Fails with `desk.canned-invalid`. */
  async save(reply: CannedReply, by: string): Promise<void> {
    const read = cannedReplySchema.safeParse(reply);
    if (!read.success) throw new RedeyeError('desk.canned-invalid', z.prettifyError(read.error));
    await this.keep(read.data.id, 'canned-reply-saved', read.data, by);
  }

  /** Nothing where there is none. */
  async remove(id: string, by: string): Promise<void> {
    const isKnown = (await this.list()).some((reply) => reply.id === id);
    if (isKnown) await this.keep(id, 'canned-reply-removed', {}, by);
  }

  private async keep(id: string, type: string, data: Json, actor: string): Promise<void> {
    const time = this.parts.clock.now().toISOString();
    await this.parts.eventLog.append(`${CANNED_KIND}/${id}`, [{ type, time, actor, data }], 'any');
  }

  /** Undefined: removed. */
  private async readNewest(stream: string): Promise<CannedReply | undefined> {
    const [newest] = await this.parts.eventLog.readLast(stream, 1);
    const kept = keptSchema.safeParse(newest);
    if (!kept.success) throw new RedeyeError('storage.corrupt', stream, { cause: kept.error });
    return kept.data.type === 'canned-reply-saved' ? kept.data.data : undefined;
  }
}
