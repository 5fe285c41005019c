import { addRows } from './softmax.js';
import type { SparseVector } from './vectoriser.js';

/** A trained linear model with a byte for a weight: row by row, each row with its own scale. */
export interface LinearModel {
  readonly labels: number;
  readonly weights: Int8Array;
  /** By feature: what 1 of its weights stands for. */
  readonly scales: Float32Array;
  readonly bias: Float32Array;
}

const LARGEST = 127;

export function quantise(weights: Float32Array, bias: Float32Array): LinearModel {
  const labels = bias.length;
  const rows = weights.length / labels;
  const bytes = new Int8Array(weights.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const cells = weights.subarray(row * labels, (row + 1) * labels);
    let largest = 0;
    for (const cell of cells) largest = Math.max(largest, Math.abs(cell));
    const scale = largest / LARGEST;
    scales[row] = scale;
    if (scale === 0) continue;
    for (let label = 0; label < labels; label += 1) {
      bytes[row * labels + label] = Math.round((cells[label] as number) / scale);
    }
  }
  return { labels, weights: bytes, scales, bias };
}

/** Writes each label's score, before any softmax, into `scores`. */
export function scoreLabels(model: LinearModel, vector: SparseVector, scores: Float64Array): void {
  scores.set(model.bias);
  const values = vector.values.map(
    (value, at) => value * (model.scales[vector.features[at] as number] as number),
  );
  addRows(model.weights, model.labels, vector.features, values, scores);
}
