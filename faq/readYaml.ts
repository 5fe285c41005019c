import { readFile } from 'node:fs/promises';
import { isMap, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { CorpusError, type CorpusProblem } from './corpusError.js';
import type { ParsedFiles } from './parsedFiles.js';

/** A parsed file that still knows on which line each value stands. */
export interface YamlFile {
  readonly name: string;
  readonly value: unknown;
  findLine(path: readonly PropertyKey[]): number | undefined;
}

/** Reads one YAML file; a syntax error is a `CorpusError` with its line. Takes it from `parsed` where it is there. */
export async function readYaml(path: string, name: string, parsed?: ParsedFiles): Promise<YamlFile> {
  const text = await readFile(path, 'utf8');
  const known = await parsed?.find(name, text);
  // The parsed form is many times the text; lines are asked for only when something is wrong.
  const findLineAgain = (valuePath: readonly PropertyKey[]) => findLine(parse(text), valuePath);
  if (known) return { name, value: known.value, findLine: findLineAgain };
  const { document, lines } = parse(text);
  const problems = document.errors.map(({ message, pos }): CorpusProblem => ({
    file: name,
    line: lines.linePos(pos[0]).line,
    message: message.split('\n')[0] ?? message,
  }));
  if (problems.length > 0) throw new CorpusError(problems);
  const value = document.toJS() as unknown;
  await parsed?.keep(name, text, value);
  return { name, value, findLine: findLineAgain };
}

interface Parsed {
  readonly document: Document;
  readonly lines: LineCounter;
}

function parse(text: string): Parsed {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines }), lines };
}

/** Turns what a schema objects to into problems at the lines concerned. */
export function describeIssues(
  file: YamlFile,
  error: z.ZodError,
  base: readonly PropertyKey[],
  entry?: string,
): CorpusProblem[] {
  return error.issues.map((issue) => {
    const path = [...base, ...issue.path];
    const line = file.findLine(path);
    const where = issue.path.length > 0 ? `\`${issue.path.map(String).join('.')}\`: ` : '';
    return {
      file: file.name,
      ...(line === undefined ? {} : { line }),
      ...(entry === undefined ? {} : { entry }),
      message: `${where}${issue.message}`,
    };
  });
}

/** The line of the value, or of the nearest ancestor that exists (a missing key has no line of its own). */
function findLine({ document, lines }: Parsed, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const start = getStart(node);
    if (start !== undefined) return lines.linePos(start).line;
  }
  return undefined;
}

function getStart(node: unknown): number | undefined {
  const ranged = node as { range?: [number, number, number] | null } | undefined;
  if (isMap(node))
    return (node.items[0]?.key as { range?: [number, number, number] } | undefined)?.range?.[0];
  return ranged?.range?.[0];
}
