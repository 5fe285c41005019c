import { z } from 'zod';

type Leaf = string | number | boolean;
export interface PolicyNode {
  readonly [key: string]: Leaf | PolicyNode;
}

const leaf = z.union([z.string(), z.number(), z.boolean()]);
const node: z.ZodType<PolicyNode> = z.lazy(() => z.record(z.string(), z.union([leaf, node])));

/** `policy.yaml`: sections of figures, links and names; a leaf may differ by language as `{ en, zh }`. */
export const policySchema = node;

const PLACEHOLDER = /\{\{\s*([\w.-]+)\s*(?:,[^}]*)?\}\}/g;

/** The policy paths a text mentions, in order, each once. */
export function listPlaceholders(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))];
}

/** The policy as one written language reads it: `{ en, zh }` leaves are replaced by that language's value. */
export function selectPolicyLanguage(policy: PolicyNode, language: 'en' | 'zh'): PolicyNode {
  return Object.fromEntries(
    Object.entries(policy).map(([key, value]) => [
      key,
      typeof value !== 'object'
        ? value
        : isPerLanguage(value)
          ? (value[language] as Leaf)
          : selectPolicyLanguage(value, language),
    ]),
  );
}

/** What stands at a dotted path: a leaf, a section, or nothing. */
export function readPolicyPath(policy: PolicyNode, path: string): Leaf | PolicyNode | undefined {
  return path
    .split('.')
    .reduce<Leaf | PolicyNode | undefined>(
      (current, key) => (typeof current === 'object' ? current[key] : undefined),
      policy,
    );
}

function isPerLanguage(value: PolicyNode): boolean {
  const keys = Object.keys(value).sort();
  return keys.length === 2 && keys[0] === 'en' && keys[1] === 'zh';
}

const ADDRESS_OR_NUMBER = /@|\d{3}/;

/** The telephone numbers and addresses the editors publish: what may stand anywhere unmasked. */
export function listPublicContacts(policy: PolicyNode): string[] {
  return Object.values(policy).flatMap((value) => {
    if (typeof value === 'object') return listPublicContacts(value);
    return typeof value === 'string' && ADDRESS_OR_NUMBER.test(value) ? [value] : [];
  });
}
