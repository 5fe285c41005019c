import { watch } from 'chokidar';
import { checkAirlineFacts } from './airlineFacts.js';
import { loadCorpus, type Corpus } from './corpus.js';
import { CorpusError } from './corpusError.js';
import type { ParsedFiles } from './parsedFiles.js';

const SETTLE_MS = 150;

export interface CorpusEvents {
  /** The editors' files changed and are in order; the new corpus is already the current one. */
  onChange(corpus: Corpus): void;
  /** The editors' files changed and are not in order; the old corpus stays. */
  onBroken(error: CorpusError): void;
}

/** The corpus as it stands now; follows the editors' files while it is watched. */
export class LiveCorpus {
  private constructor(
    private readonly folder: string,
    private corpus: Corpus,
    private readonly parsed?: ParsedFiles,
  ) {}

  /** Fails with a `CorpusError` when the files are not in order at the start. */
  static async load(folder: string, parsed?: ParsedFiles): Promise<LiveCorpus> {
    return new LiveCorpus(folder, checkAirlineFacts(await loadCorpus(folder, parsed)), parsed);
  }

  get current(): Corpus {
    return this.corpus;
  }

  /** Follows the files until the returned function is called. */
  watch(events: CorpusEvents): () => Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    let reloading: Promise<void> = Promise.resolve();
    const watcher = watch(this.folder, {
      ignoreInitial: true,
      ignored: (path, stats) => stats?.isFile() === true && !/\.ya?ml$/.test(path),
    });
    watcher.on('all', () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        reloading = reloading.then(() => this.reload(events));
      }, SETTLE_MS);
    });
    return async () => {
      clearTimeout(timer);
      await watcher.close();
      await reloading;
    };
  }

  private async reload(events: CorpusEvents): Promise<void> {
    try {
      this.corpus = checkAirlineFacts(await loadCorpus(this.folder, this.parsed));
    } catch (error) {
      const problem =
        error instanceof CorpusError
          ? error
          : new CorpusError([{ file: this.folder, message: `cannot be read: ${String(error)}` }]);
      events.onBroken(problem);
      return;
    }
    events.onChange(this.corpus);
  }
}
