import { describe, expect, it } from '@jest/globals';
import { findClusters } from '../../../faq/understanding/clusters.js';
import { findWordClasses } from '../../../faq/understanding/wordClasses.js';

describe('findClusters', () => {
  const angles = [0.1, 0.12, 0.14, 2.2, 2.25, 2.3, 4.3, 4.35, 4.4];
  const points = angles.map((angle) => ({
    vector: Float32Array.of(3 + Math.cos(angle), 5 + Math.sin(angle)),
    weight: 1,
  }));

  it('puts together what points the same way', () => {
    const belongs = [...findClusters(points, 3)];
    expect(belongs.map((cluster) => belongs.indexOf(cluster))).toEqual([0, 0, 0, 3, 3, 3, 6, 6, 6]);
  });

  it('gives the same clusters each time', () => {
    expect(findClusters(points, 4)).toEqual(findClusters(points, 4));
  });
});

describe('findWordClasses', () => {
  it.each([
    ['hotel', 'motel'],
    ['husband', 'wife'],
    ['delayed', 'postponed'],
    ['tuesday', 'thursday'],
  ])('puts %s beside %s', (one, other) => {
    expect(findWordClasses(one)).toBeDefined();
    expect(findWordClasses(one)?.field).toBe(findWordClasses(other)?.field);
  });

  it('knows nothing of a word that nobody uses', () => {
    expect(findWordClasses('zzzxqy')).toBeUndefined();
  });
});
