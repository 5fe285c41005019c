import { RedeyeError } from '../../services/errors.js';

/** Whether it failed because the agents' desk, or the hub in its place, does not answer. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof RedeyeError && error.code === 'desk.unreachable';
}
