import { addRows } from './addRows.js';
import { addSparseRows, type SparseWeights } from './sparseSoftmax.js';
import type { SparseVector } from './vectoriser.js';

/** A trained linear model with a byte for a weight, feature by feature, each feature with its own scale. */
export interface LinearModel {
  readonly labels: number;
  /** Every label's weight for the first feature, then for the second; with `support` only those it names. */
  readonly weights: Int8Array;
  /** By feature: what 1 of its weights stands for. */
  readonly scales: Float32Array;
  readonly bias: Float32Array;
  readonly support?: Pick<SparseWeights, 'starts' | 'labelOf'>;
}

const LARGEST = 127;

export function quantise(
  weights: Float32Array,
  bias: Float32Array,
  support?: LinearModel['support'],
): LinearModel {
  const labels = bias.length;
  const features = support ? support.starts.length - 1 : weights.length / labels;
  const startOf = (feature: number) => support?.starts[feature] ?? feature * labels;
  const bytes = new Int8Array(weights.length);
  const scales = new Float32Array(features);
  for (let feature = 0; feature < features; feature += 1) {
    const start = startOf(feature);
    const end = startOf(feature + 1);
    let largest = 0;
    for (let k = start; k < end; k += 1) largest = Math.max(largest, Math.abs(weights[k] as number));
    const scale = largest / LARGEST;
    scales[feature] = scale;
    if (scale === 0) continue;
    for (let k = start; k < end; k += 1) bytes[k] = Math.round((weights[k] as number) / scale);
  }
  return { labels, weights: bytes, scales, bias, ...(support && { support }) };
}

/** Writes each label's score, before any softmax, into `scores`. */
export function scoreLabels(model: LinearModel, vector: SparseVector, scores: Float64Array): void {
  const { labels, weights, scales, bias, support } = model;
  const values = vector.values.map((value, at) => value * (scales[vector.features[at] as number] as number));
  if (support) {
    addSparseRows({ ...support, weights, bias }, vector.features, values, 1, scores);
    return;
  }
  scores.set(bias);
  addRows(weights, labels, vector.features, values, values.length, scores);
}

/** What 1 of a feature adds to a label's score. */
export function readWeight(model: LinearModel, feature: number, label: number): number {
  const { labels, weights, scales, support } = model;
  const scale = scales[feature] ?? 0;
  if (!support) return scale * (weights[feature * labels + label] ?? 0);
  const start = support.starts[feature] ?? 0;
  const place = support.labelOf.subarray(start, support.starts[feature + 1] ?? start).indexOf(label);
  return place < 0 ? 0 : scale * (weights[start + place] ?? 0);
}
