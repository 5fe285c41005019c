import type { z } from 'zod';

/** Reads one JSON line; a wrong one ends the command with a sentence that names it. */
export function parseLine<Schema extends z.ZodType>(
  schema: Schema,
  line: string,
  where: string,
): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return exitWith(`${where}: expected a JSON object`);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  return exitWith(
    `${where}: ${result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`,
  );
}

function exitWith(message: string): never {
  console.error(message);
  process.exit(2);
}
