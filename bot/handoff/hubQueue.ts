import type { Storage, StoreItem } from 'botbuilder';
import { z } from 'zod';
import { RedeyeError } from '../../services/errors.js';

const ATTEMPTS = 20;
/** A turn that is run again after a crash puts in what it put in before. */
const REMEMBERED = 50;

interface Identified {
  readonly id: string;
}

interface Line<Item> {
  readonly items: readonly Item[];
  /** Ids of the newest that went. */
  readonly gone: readonly string[];
  /** How often the first one was tried. */
  readonly tries: number;
}

/** What waits to be done for each conversation, in its order, kept across restarts and forgotten when done. */
export class HubQueue<Item extends Identified> {
  private readonly schema;

  /** `name` tells queues in one storage apart. */
  constructor(
    private readonly storage: Storage,
    private readonly name: string,
    item: z.ZodType<Item>,
  ) {
    this.schema = z.object({ items: z.array(item), gone: z.array(z.string()), tries: z.number() });
  }

  /** To be called before the first `push`, by one at a time: what is not there yet cannot be compared. */
  async prepare(conversation: string): Promise<void> {
    const { line, eTag } = await this.read(conversation);
    if (eTag === undefined) await this.write(conversation, line, undefined);
  }

  /** At the end, unless it is there, or was among the newest that went. Survives the process once it returns. */
  push(conversation: string, item: Item): Promise<void> {
    return this.change(conversation, (line) =>
      line.gone.includes(item.id) || line.items.some(({ id }) => id === item.id)
        ? line
        : { ...line, items: [...line.items, item] },
    );
  }

  async findFirst(
    conversation: string,
  ): Promise<{ readonly item: Item; readonly tries: number } | undefined> {
    const { line } = await this.read(conversation);
    const [item] = line.items;
    return item && { item, tries: line.tries };
  }

  remove(conversation: string, id: string): Promise<void> {
    return this.change(conversation, (line) => ({
      items: line.items.filter((item) => item.id !== id),
      gone: [...line.gone, id].slice(-REMEMBERED),
      tries: 0,
    }));
  }

  /** The first one was tried in vain. */
  countTry(conversation: string, id: string): Promise<void> {
    return this.change(conversation, (line) =>
      line.items[0]?.id === id ? { ...line, tries: line.tries + 1 } : line,
    );
  }

  private async change(conversation: string, alter: (line: Line<Item>) => Line<Item>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const { line, eTag } = await this.read(conversation);
      const altered = alter(line);
      if (altered === line) return;
      try {
        return await this.write(conversation, altered, eTag);
      } catch (error) {
        if (!isConflict(error) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async read(
    conversation: string,
  ): Promise<{ readonly line: Line<Item>; readonly eTag: string | undefined }> {
    const key = this.getKey(conversation);
    const found = (await this.storage.read([key]))[key] as StoreItem | undefined;
    if (found === undefined) return { line: { items: [], gone: [], tries: 0 }, eTag: undefined };
    const parsed = this.schema.safeParse(found);
    if (!parsed.success) throw new RedeyeError('storage.corrupt', key, { cause: parsed.error });
    return { line: parsed.data, eTag: found.eTag };
  }

  private write(conversation: string, line: Line<Item>, eTag: string | undefined): Promise<void> {
    return this.storage.write({ [this.getKey(conversation)]: { ...line, ...(eTag && { eTag }) } });
  }

  private getKey(conversation: string): string {
    return `${this.name}/${conversation}`;
  }
}

/** botbuilder's own storages have no code for it. */
function isConflict(error: unknown): boolean {
  if (error instanceof RedeyeError) return error.code === 'storage.conflict';
  return error instanceof Error && /conflict/i.test(error.message);
}
