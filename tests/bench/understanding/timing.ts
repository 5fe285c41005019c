import type { Contender } from './contenders.js';

export interface Timing {
  readonly median: number;
  readonly p99: number;
}

/** Milliseconds an utterance, after a round to warm up. */
export async function timeContender(contender: Contender, texts: readonly string[]): Promise<Timing> {
  for (const text of texts.slice(0, 200)) await contender.route(text);
  const times: number[] = [];
  for (const text of texts) {
    const started = process.hrtime.bigint();
    await contender.route(text);
    times.push(Number(process.hrtime.bigint() - started) / 1e6);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { median: at(0.5), p99: at(0.99) };
}

export function formatTiming({ median, p99 }: Timing): string {
  return `median ${median.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms`;
}
