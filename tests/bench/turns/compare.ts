import { median } from '../median.js';

export interface Comparison {
  readonly name: string;
  /** Median milliseconds of a turn where little is stored, and where much is. */
  readonly few: number;
  readonly many: number;
  /** What `many / few` may be. */
  readonly limit: number;
}

export type TakeTurn = (sample: number) => Promise<void>;

/** Takes turns of both in turn, so that whatever else the machine does falls on both alike. */
export async function compareTurns(
  { name, limit, samples }: { name: string; limit: number; samples: number },
  takeFew: TakeTurn,
  takeMany: TakeTurn,
): Promise<Comparison> {
  const few: number[] = [];
  const many: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const both = [
      { times: few, take: takeFew },
      { times: many, take: takeMany },
    ];
    // The second of two finds the processor's caches warmer.
    if (sample % 2 === 1) both.reverse();
    for (const { times, take } of both) {
      const start = performance.now();
      await take(sample);
      times.push(performance.now() - start);
    }
  }
  return { name, few: median(few), many: median(many), limit };
}
