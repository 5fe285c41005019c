// The inner loops of the softmax in AssemblyScript, four labels at a time. Rows of weights are `labels` long, a multiple of
// four; the places after the real labels hold a bias so low that they never get a share.

/** Bytes of a 32-bit number, and of four of them. */
const SIZE: usize = 4;
const FOUR: usize = 16;
/** Scores lower than the highest by more than this are no chance at all, and need no exponential. */
const NEGLIGIBLE: f32 = -14;
/** From here on it is quicker to go through all labels than to pick the wrong ones. */
const MANY_WRONG: i32 = 20;
/** The bias learns at this part of the rate. */
const BIAS_RATE: f32 = 0.1;

let labels: i32 = 0;
let rowBytes: usize = 0;
let weightCount: i32 = 0;
let features: i32 = 0;
let weights: usize = 0;
let weightSums: usize = 0;
let squares: usize = 0;
let bias: usize = 0;
let biasSums: usize = 0;
let biasSquares: usize = 0;
let errors: usize = 0;
let wrong: usize = 0;
let ids: usize = 0;
let values: usize = 0;
let randomState: u32 = 0;

/** Memory that stays taken as long as the instance lives. */
export function allocate(bytes: i32): usize {
  return heap.alloc(bytes);
}

export function createLearner(labelCount: i32, featureCount: i32, longestExample: i32): void {
  labels = labelCount;
  features = featureCount;
  rowBytes = <usize>labels * SIZE;
  weightCount = labels * features;
  weights = heap.alloc(<usize>weightCount * SIZE);
  weightSums = heap.alloc(<usize>weightCount * SIZE);
  squares = heap.alloc(<usize>features * SIZE);
  bias = heap.alloc(rowBytes);
  biasSums = heap.alloc(rowBytes);
  biasSquares = heap.alloc(rowBytes);
  errors = heap.alloc(rowBytes);
  wrong = heap.alloc(rowBytes);
  ids = heap.alloc(<usize>longestExample * SIZE);
  values = heap.alloc(<usize>longestExample * SIZE);
  memory.fill(weightSums, 0, <usize>weightCount * SIZE);
  memory.fill(biasSums, 0, rowBytes);
}

/** Forgets what was learnt, but not the sums. `realLabels` of the labels are labels. */
export function startLearning(realLabels: i32, seed: u32): void {
  memory.fill(weights, 0, <usize>weightCount * SIZE);
  for (let feature = 0; feature < features; feature += 1) store<f32>(squares + <usize>feature * SIZE, 1e-6);
  for (let label = 0; label < labels; label += 1) {
    const at = <usize>label * SIZE;
    store<f32>(bias + at, label < realLabels ? 0 : -1e30);
    store<f32>(biasSquares + at, 1e-6);
  }
  randomState = seed;
}

/**
 * One step from each example of `order`, in turn. Example `e` has the features `featureOf[starts[e]]` up to
 * `featureOf[starts[e + 1]]` (exclusive) with values beside them.
 */
export function learnExamples(
  order: usize,
  count: i32,
  starts: usize,
  featureOf: usize,
  valueOf: usize,
  targets: usize,
  dropout: f32,
  factor: f32,
  rate: f32,
  tolerance: f32,
): void {
  for (let at = 0; at < count; at += 1) {
    const example = <usize>load<i32>(order + <usize>at * SIZE);
    const start = load<i32>(starts + example * SIZE);
    const end = load<i32>(starts + example * SIZE + SIZE);
    const kept = dropFeatures(featureOf, valueOf, start, end, dropout, factor);
    addRows(kept);
    softmax();
    const target = errors + <usize>load<i32>(targets + example * SIZE) * SIZE;
    store<f32>(target, load<f32>(target) - 1);
    moveWeights(kept, collectWrong(rate, tolerance), rate);
  }
}

/** Adds what is learnt by now to the sums. */
export function addToSums(): void {
  addTo(weightSums, weights, weightCount);
  addTo(biasSums, bias, labels);
}

export function getWeightSums(): usize {
  return weightSums;
}

export function getBiasSums(): usize {
  return biasSums;
}

/** mulberry32 */
function random(): f32 {
  randomState += 0x6d2b79f5;
  let mixed: u32 = (randomState ^ (randomState >> 15)) * (randomState | 1);
  mixed ^= mixed + (mixed ^ (mixed >> 7)) * (mixed | 61);
  return <f32>((mixed ^ (mixed >> 14)) >> 8) * (1.0 / 16777216.0);
}

function dropFeatures(
  featureOf: usize,
  valueOf: usize,
  start: i32,
  end: i32,
  dropout: f32,
  factor: f32,
): i32 {
  let kept: i32 = 0;
  for (let at = start; at < end; at += 1) {
    if (random() < dropout) continue;
    const from = <usize>at * SIZE;
    const to = <usize>kept * SIZE;
    store<i32>(ids + to, load<i32>(featureOf + from));
    store<f32>(values + to, load<f32>(valueOf + from) * factor);
    kept += 1;
  }
  return kept;
}

/** Sets the errors to the scores: bias and the kept rows times their values. Four rows at a time: the scores are read and written a quarter as often. */
function addRows(kept: i32): void {
  memory.copy(errors, bias, rowBytes);
  let at: i32 = 0;
  for (; at + 4 <= kept; at += 4) {
    let a = rowOf(at);
    let b = rowOf(at + 1);
    let c = rowOf(at + 2);
    let d = rowOf(at + 3);
    const byA = valueOf4(at);
    const byB = valueOf4(at + 1);
    const byC = valueOf4(at + 2);
    const byD = valueOf4(at + 3);
    const end = errors + rowBytes;
    for (let sum = errors; sum < end; sum += FOUR) {
      const ab = f32x4.add(f32x4.mul(byA, v128.load(a)), f32x4.mul(byB, v128.load(b)));
      const cd = f32x4.add(f32x4.mul(byC, v128.load(c)), f32x4.mul(byD, v128.load(d)));
      v128.store(sum, f32x4.add(v128.load(sum), f32x4.add(ab, cd)));
      a += FOUR;
      b += FOUR;
      c += FOUR;
      d += FOUR;
    }
  }
  for (; at < kept; at += 1) {
    let a = rowOf(at);
    const byA = valueOf4(at);
    const end = errors + rowBytes;
    for (let sum = errors; sum < end; sum += FOUR) {
      v128.store(sum, f32x4.add(v128.load(sum), f32x4.mul(byA, v128.load(a))));
      a += FOUR;
    }
  }
}

function rowOf(at: i32): usize {
  return weights + <usize>load<i32>(ids + <usize>at * SIZE) * rowBytes;
}

function valueOf4(at: i32): v128 {
  return f32x4.splat(load<f32>(values + <usize>at * SIZE));
}

function softmax(): void {
  const end = errors + rowBytes;
  let highest: f32 = -Infinity;
  for (let at = errors; at < end; at += SIZE) highest = max(highest, load<f32>(at));
  let sum: f32 = 0;
  for (let at = errors; at < end; at += SIZE) {
    const below = load<f32>(at) - highest;
    const power: f32 = below < NEGLIGIBLE ? 0 : Mathf.exp(below);
    store<f32>(at, power);
    sum += power;
  }
  const share = f32x4.splat(<f32>1 / sum);
  for (let at = errors; at < end; at += FOUR) v128.store(at, f32x4.mul(v128.load(at), share));
}

/** Errors too small to correct become none; the others move the bias and are listed. */
function collectWrong(rate: f32, tolerance: f32): i32 {
  let count: i32 = 0;
  for (let label = 0; label < labels; label += 1) {
    const at = <usize>label * SIZE;
    const error = load<f32>(errors + at);
    if (abs(error) < tolerance) {
      store<f32>(errors + at, 0);
      continue;
    }
    store<i32>(wrong + <usize>count * SIZE, label);
    count += 1;
    const square = load<f32>(biasSquares + at) + error * error;
    store<f32>(biasSquares + at, square);
    store<f32>(bias + at, load<f32>(bias + at) - (BIAS_RATE * rate * error) / sqrt(square));
  }
  return count;
}

/** AdaGrad by row: the step of a feature shrinks with what it has learnt. */
function moveWeights(kept: i32, wrongs: i32, rate: f32): void {
  let square: f32 = 0;
  for (let k = 0; k < wrongs; k += 1) {
    const error = load<f32>(errors + <usize>load<i32>(wrong + <usize>k * SIZE) * SIZE);
    square += error * error;
  }
  if (wrongs === 0) return;
  for (let at = 0; at < kept; at += 1) {
    const value = load<f32>(values + <usize>at * SIZE);
    const learntAt = squares + <usize>load<i32>(ids + <usize>at * SIZE) * SIZE;
    const learnt = load<f32>(learntAt) + square * value * value;
    store<f32>(learntAt, learnt);
    const step = (rate * value) / sqrt(learnt);
    if (wrongs < MANY_WRONG) moveFew(rowOf(at), wrongs, step);
    else moveAll(rowOf(at), step);
  }
}

function moveFew(row: usize, wrongs: i32, step: f32): void {
  for (let k = 0; k < wrongs; k += 1) {
    const label = <usize>load<i32>(wrong + <usize>k * SIZE) * SIZE;
    store<f32>(row + label, load<f32>(row + label) - step * load<f32>(errors + label));
  }
}

function moveAll(row: usize, step: f32): void {
  const steps = f32x4.splat(step);
  for (let at: usize = 0; at < rowBytes; at += FOUR) {
    const moved = f32x4.sub(v128.load(row + at), f32x4.mul(steps, v128.load(errors + at)));
    v128.store(row + at, moved);
  }
}

function addTo(sums: usize, summands: usize, count: i32): void {
  const bytes = <usize>count * SIZE;
  for (let at: usize = 0; at < bytes; at += FOUR) {
    v128.store(sums + at, f32x4.add(v128.load(sums + at), v128.load(summands + at)));
  }
}
