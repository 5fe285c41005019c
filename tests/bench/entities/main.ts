import { extractEntities } from '../../../faq/understanding/extractEntities.js';

const CONTEXT = { now: new Date('2026-11-22T04:00:00Z'), timeZone: 'Asia/Shanghai', language: 'en' } as const;
/** Milliseconds a sentence; a whole utterance may take 0.5 ms to be understood. */
const LIMITS = { plain: 0.15, dated: 0.25 } as const;

const SENTENCES: Readonly<Record<keyof typeof LIMITS, readonly string[]>> = {
  plain: [
    'How big may my cabin bag be?',
    'my suitcase came out with a broken handle, whom do I tell',
    '行李可以带多大？',
    '我的箱子到现在还没出来，应该找谁',
    '從北京飛東京的航班可以帶行動電源嗎',
    'MU5137 from Shanghai to Guangzou, is it late?',
    '国航1501到了吗，行李牌0781234567',
  ],
  dated: [
    'CA1501明天从北京到广州几点起飞',
    '12月3号的航班想改到下周三',
    'my bag from next Friday or 3/12, I do not know yet',
    'I fly PEK to LHR on Dec 3rd',
  ],
};

/** Time to find what a sentence mentions, with dates in it and without. */
export function run(): Promise<boolean> {
  const started = performance.now();
  extractEntities('Shanghia 上嗨 明天', CONTEXT);
  console.log(`first sentence ${(performance.now() - started).toFixed(1)} ms`);
  const kinds = Object.keys(LIMITS) as (keyof typeof LIMITS)[];
  const isWithin = kinds.map((kind) => {
    const median = measureMedian(SENTENCES[kind]);
    console.log(`${kind.padEnd(6)} median ${median.toFixed(4)} ms (limit ${LIMITS[kind]} ms)`);
    return median <= LIMITS[kind];
  });
  return Promise.resolve(isWithin.every(Boolean));
}

function measureMedian(sentences: readonly string[]): number {
  const times: number[] = [];
  for (let round = 0; round < 500; round += 1) {
    for (const sentence of sentences) {
      const started = performance.now();
      extractEntities(sentence, CONTEXT);
      times.push(performance.now() - started);
    }
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? Infinity;
}
