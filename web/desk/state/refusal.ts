import type { FieldProblem } from '../../../bot/channels/desk/newCase/wire.js';

/** The service said no, or could not be reached. `code` is what the words are found by. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    /** What is wrong with which field of a form. */
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(code);
  }
}

/** The code without its subject (`desk.full` -> `full`), as the words for it are named. */
export function readRefusalCode(error: unknown): string {
  return error instanceof Refusal ? error.code.replace(/^.*\./, '') : 'other';
}
