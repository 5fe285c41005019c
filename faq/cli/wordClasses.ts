import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { findClusters, type Point } from '../understanding/clusters.js';

const USAGE = `node --import tsx faq/cli/wordClasses.ts VECTORS > faq/understanding/wordClasses.txt
VECTORS: a word and its numbers a line, the most frequent first, as in GloVe's glove.6B.100d.txt. Takes some minutes.`;

const WORDS = 30_000;
const FINE = 1200;
const COARSE = 150;
const PLAIN_WORD = /^[a-z]{1,20}$/;

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error(USAGE);
  process.exit(2);
}

const words: string[] = [];
const points: Point[] = [];
for await (const line of createInterface({ input: createReadStream(path) })) {
  const [word = '', ...numbers] = line.split(' ');
  if (!PLAIN_WORD.test(word)) continue;
  points.push({ vector: Float32Array.from(numbers, Number), weight: 1 / Math.sqrt(words.length + 50) });
  words.push(word);
  if (words.length === WORDS) break;
}

const fine = findClusters(points, FINE);
const coarse = findClusters(points, COARSE);
const groups = new Map<string, string[]>();
words.forEach((word, at) => {
  const key = `${fine[at]} ${coarse[at]}`;
  groups.set(key, [...(groups.get(key) ?? []), word]);
});
const lines = [...groups].map(([key, members]) => `${key} ${members.join(' ')}`);
console.log(lines.sort((a, b) => parseInt(a) - parseInt(b) || (a < b ? -1 : 1)).join('\n'));
