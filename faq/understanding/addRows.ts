/**
 * Adds the first `length` rows of weights named, each times its value, to the sums. Eight at a time: the sums are read
 * and written an eighth as often.
 */
export function addRows(
  weights: Float32Array | Int8Array,
  labels: number,
  ids: Int32Array,
  values: Float32Array,
  length: number,
  sums: Float64Array,
): void {
  const grouped = length - (length % 8);
  for (let at = 0; at < grouped; at += 8) {
    let a = (ids[at] as number) * labels;
    let b = (ids[at + 1] as number) * labels;
    let c = (ids[at + 2] as number) * labels;
    let d = (ids[at + 3] as number) * labels;
    let e = (ids[at + 4] as number) * labels;
    let f = (ids[at + 5] as number) * labels;
    let g = (ids[at + 6] as number) * labels;
    let h = (ids[at + 7] as number) * labels;
    const byA = values[at] as number;
    const byB = values[at + 1] as number;
    const byC = values[at + 2] as number;
    const byD = values[at + 3] as number;
    const byE = values[at + 4] as number;
    const byF = values[at + 5] as number;
    const byG = values[at + 6] as number;
    const byH = values[at + 7] as number;
    for (let label = 0; label < labels; label += 1) {
      sums[label] =
        (sums[label] as number) +
        byA * (weights[a++] as number) +
        byB * (weights[b++] as number) +
        byC * (weights[c++] as number) +
        byD * (weights[d++] as number) +
        byE * (weights[e++] as number) +
        byF * (weights[f++] as number) +
        byG * (weights[g++] as number) +
        byH * (weights[h++] as number);
    }
  }
  for (let at = grouped; at < length; at += 1) {
    const row = (ids[at] as number) * labels;
    const value = values[at] as number;
    for (let label = 0; label < labels; label += 1) {
      sums[label] = (sums[label] as number) + value * (weights[row + label] as number);
    }
  }
}
