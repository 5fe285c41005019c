import { createRandom } from './random.js';

export interface Point {
  readonly vector: Float32Array;
  /** How much it counts when the middle of its cluster is found. */
  readonly weight: number;
}

const ROUNDS = 20;
const SEED = 1;
/** The first clusters form round points of the first part, which are the frequent ones. */
const CORE = 0.4;

/**
 * Spherical k-means: which cluster each point belongs to, by the angle between the vectors once their mean is taken off.
 * The same points give the same clusters.
 */
export function findClusters(points: readonly Point[], clusters: number): Int32Array {
  const directions = centre(points);
  const random = createRandom(SEED);
  let centres: readonly Float64Array[] = Array.from({ length: clusters }, () => {
    const chosen = Math.floor(random() * Math.max(clusters, points.length * CORE)) % points.length;
    return Float64Array.from(directions[chosen] as Float64Array);
  });
  let belongs = new Int32Array(points.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    belongs = Int32Array.from(directions, (direction) => findNearest(direction, centres));
    centres = moveCentres(points, directions, belongs, centres);
  }
  return belongs;
}

function centre(points: readonly Point[]): Float64Array[] {
  const size = points[0]?.vector.length ?? 0;
  const mean = new Float64Array(size);
  for (const { vector } of points) vector.forEach((value, k) => (mean[k] = (mean[k] as number) + value));
  return points.map(({ vector }) =>
    scaleToOne(Float64Array.from(vector, (value, k) => value - (mean[k] as number) / points.length)),
  );
}

function findNearest(direction: Float64Array, centres: readonly Float64Array[]): number {
  let nearest = 0;
  let closest = -Infinity;
  centres.forEach((middle, cluster) => {
    let closeness = 0;
    for (let k = 0; k < middle.length; k += 1) closeness += (middle[k] as number) * (direction[k] as number);
    if (closeness > closest) {
      closest = closeness;
      nearest = cluster;
    }
  });
  return nearest;
}

/** An empty cluster stays where it was. */
function moveCentres(
  points: readonly Point[],
  directions: readonly Float64Array[],
  belongs: Int32Array,
  centres: readonly Float64Array[],
): Float64Array[] {
  const sums = centres.map((middle) => new Float64Array(middle.length));
  const filled = new Set<number>();
  directions.forEach((direction, at) => {
    const cluster = belongs[at] as number;
    const sum = sums[cluster] as Float64Array;
    const weight = points[at]?.weight ?? 0;
    filled.add(cluster);
    direction.forEach((value, k) => (sum[k] = (sum[k] as number) + weight * value));
  });
  return sums.map((sum, cluster) => (filled.has(cluster) ? scaleToOne(sum) : (centres[cluster] ?? sum)));
}

function scaleToOne(vector: Float64Array): Float64Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
