import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const keptSchema = z.object({ digest: z.string(), value: z.unknown() });

/**
 * What the editors' files hold, kept between starts: reading 30,000 lines of YAML takes a start a quarter of a second
 * and the memory of the parsed form. One small file for each of theirs. Losing one costs that time and nothing else.
 */
export class ParsedFiles {
  constructor(private readonly directory: string) {}

  /** What this very text was parsed to, or undefined when that is not known. Never fails. */
  async find(name: string, text: string): Promise<{ readonly value: unknown } | undefined> {
    try {
      const kept = keptSchema.parse(JSON.parse(await readFile(this.getPath(name), 'utf8')));
      return kept.digest === digest(text) ? { value: kept.value } : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps it instead of what was kept under the name. Never fails. */
  async keep(name: string, text: string, value: unknown): Promise<void> {
    try {
      await mkdir(this.directory, { recursive: true });
      const temporary = `${this.getPath(name)}.${String(process.pid)}.tmp`;
      await writeFile(temporary, JSON.stringify({ digest: digest(text), value }));
      await rename(temporary, this.getPath(name));
    } catch {
      // It is parsed again next time.
    }
  }

  private getPath(name: string): string {
    return join(this.directory, `${encodeURIComponent(name)}.json`);
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
