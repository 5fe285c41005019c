/** The service said no, or could not be reached. `code` is what the words are found by. */
export class Refusal extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** The code without its subject (`desk.full` -> `full`), as the words for it are named. */
export function readRefusalCode(error: unknown): string {
  return error instanceof Refusal ? error.code.replace(/^.*\./, '') : 'other';
}
