import type { FloorRules } from './floor.js';

/** When something is decided on the floor, and what it takes. */
export interface FloorOccasion {
  readonly now: Date;
  /** Never gives the same twice, in any process. */
  readonly createId: () => string;
  readonly rules: FloorRules;
}
