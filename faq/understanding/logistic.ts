const ROUNDS = 25;
/** Keeps a weight finite where the cases can be told apart perfectly. */
const RIDGE = 1e-4;

/** Fits a logistic regression by Newton's method. Each row is a case's signals (with the constant), each weight its share. */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
  weights: readonly number[],
): number[] {
  const size = rows[0]?.length ?? 0;
  let solution = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = solution.map((value) => RIDGE * value);
    const curvature = gradient.map((_, i) => gradient.map((_unused, j) => (i === j ? RIDGE : 0)));
    rows.forEach((row, at) => {
      const predicted = predictLogistic(solution, row);
      const weight = weights[at] ?? 0;
      const error = weight * (predicted - (outcomes[at] ?? 0));
      const bend = weight * Math.max(1e-6, predicted * (1 - predicted));
      for (let i = 0; i < size; i += 1) {
        const signal = row[i] as number;
        gradient[i] = (gradient[i] as number) + error * signal;
        const line = curvature[i] as number[];
        for (let j = 0; j < size; j += 1) line[j] = (line[j] as number) + bend * signal * (row[j] as number);
      }
    });
    const step = solveLinear(curvature, gradient);
    solution = solution.map((value, i) => value - Math.max(-2, Math.min(2, step[i] as number)));
  }
  return solution;
}

export function predictLogistic(weights: readonly number[], signals: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < signals.length; i += 1) sum += (weights[i] ?? 0) * (signals[i] as number);
  return 1 / (1 + Math.exp(-sum));
}

/** Gaussian elimination with pivoting; overwrites the matrix. */
function solveLinear(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const rest = rows.slice(column);
    const pivot = rest.reduce((best, row) =>
      Math.abs(row[column] as number) > Math.abs(best[column] as number) ? row : best,
    );
    rows[rows.indexOf(pivot)] = rows[column] as number[];
    rows[column] = pivot;
    for (const row of rows) {
      if (row === pivot) continue;
      const share = (row[column] as number) / (pivot[column] as number);
      for (let k = column; k <= size; k += 1) row[k] = (row[k] as number) - share * (pivot[k] as number);
    }
  }
  return rows.map((row, i) => (row[size] as number) / (row[i] as number));
}
