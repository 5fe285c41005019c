import { hashFeature, type Vocabulary } from './vocabulary.js';
import type { Calibration } from './calibration.js';
import type { LinearModel } from './quantise.js';
import type { Route } from './route.js';

/** Everything that was learnt. Plain data: it travels between threads and to disk as it is. */
export interface RouterModel {
  /** The labels' routes; `none` among them when there were negative examples. */
  readonly routes: readonly Route[];
  readonly vocabulary: Vocabulary;
  readonly linear: LinearModel;
  readonly calibration: Calibration;
  readonly known: KnownTexts;
}

/** The examples themselves, by hash of the normalised text, ascending, to recognise one that comes again word for word. */
export interface KnownTexts {
  readonly hashes: Uint32Array;
  readonly labels: Uint16Array;
}

export function indexKnownTexts(texts: readonly string[], labels: Int32Array): KnownTexts {
  const entries = texts.map((text, at) => [hashKnownText(text), labels[at] as number] as const);
  const distinct = new Map(entries.map(([hash, label]) => [hash * 65536 + label, [hash, label] as const]));
  const sorted = [...distinct.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return {
    hashes: Uint32Array.from(sorted, ([hash]) => hash),
    labels: Uint16Array.from(sorted, ([, label]) => label),
  };
}

/** The labels of the examples equal to this text; mostly none, seldom more than one. */
export function findKnownText({ hashes, labels }: KnownTexts, normalised: string): number[] {
  const wanted = hashKnownText(normalised);
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  while (hashes[low] === wanted) {
    found.push(labels[low] as number);
    low += 1;
  }
  return found;
}

/** Spaces do not count: "check in" and "checkin" are one text. */
function hashKnownText(normalised: string): number {
  return hashFeature('word', normalised.replaceAll(' ', ''));
}
