import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { flightSchema, type Flight } from '../flight.js';
import { FlightIndex } from './flightIndex.js';

export interface Rejection {
  /** From 1. */
  readonly line: number;
  readonly problem: string;
}

export interface FlightFile {
  readonly index: FlightIndex;
  /** The first of the lines that are no flight; `rejected` counts them all. */
  readonly rejections: readonly Rejection[];
  readonly rejected: number;
}

const KEPT_REJECTIONS = 100;

/**
 * Reads JSON lines, a chunk at a time, so that other work goes on in between. Blank lines are skipped, lines that
 * are no flight are rejected one by one. Fails only where the file cannot be read.
 */
export async function readFlightFile(file: string): Promise<FlightFile> {
  const index = new FlightIndex();
  const rejections: Rejection[] = [];
  let rejected = 0;
  let line = 0;
  const stream = createReadStream(file, 'utf8');
  try {
    for await (const text of createInterface({ input: stream, crlfDelay: Infinity })) {
      line += 1;
      const content = line === 1 ? text.replace(/^\uFEFF/, '') : text;
      if (content.trim() === '') continue;
      const read = readLine(content);
      if (typeof read !== 'string') {
        index.add(read);
        continue;
      }
      rejected += 1;
      if (rejections.length < KEPT_REJECTIONS) rejections.push({ line, problem: read });
    }
  } finally {
    stream.destroy();
  }
  return { index, rejections, rejected };
}

/** The flight, or what is wrong with the line. */
function readLine(text: string): Flight | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'not JSON';
  }
  const result = flightSchema.safeParse(value);
  if (result.success) return result.data;
  return result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
}
