import type { RefinementCtx } from 'zod';

const MAX_DEPTH = 32;
// NUL and halves of surrogate pairs are legal in JSON, but databases refuse to store them.
const UNSTORABLE = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A copy of parsed JSON that can be stored and serialised anywhere; too deep a nesting is an issue of `context`. */
export function cleanValue(value: unknown, context: Pick<RefinementCtx, 'addIssue'>, depth = 0): unknown {
  if (typeof value === 'string') return value.replace(UNSTORABLE, '\uFFFD');
  if (value === null || typeof value !== 'object') return value;
  if (depth === MAX_DEPTH) {
    context.addIssue({ code: 'custom', message: 'nested too deeply' });
    return undefined;
  }
  if (Array.isArray(value)) return value.map((item) => cleanValue(item, context, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '__proto__')
      .map(([key, item]) => [key.replace(UNSTORABLE, '\uFFFD'), cleanValue(item, context, depth + 1)]),
  );
}
