/** One thing wrong in the editors' files, said so that an editor can mend it. */
export interface CorpusProblem {
  readonly file: string;
  /** 1-based; absent when the file as a whole is meant. */
  readonly line?: number;
  /** The entry's id or route. */
  readonly entry?: string;
  /** What is wrong and what was expected. */
  readonly message: string;
}

/** The corpus could not be loaded; nothing of it is used. */
export class CorpusError extends Error {
  readonly code = 'corpus.invalid';

  constructor(readonly problems: readonly CorpusProblem[]) {
    super(`corpus.invalid:\n${problems.map(formatProblem).join('\n')}`);
    this.name = 'CorpusError';
  }
}

/** `file:line entry: message`, the form editors click on. */
export function formatProblem({ file, line, entry, message }: CorpusProblem): string {
  return `${file}${line === undefined ? '' : `:${line}`}${entry === undefined ? '' : ` ${entry}`}: ${message}`;
}
