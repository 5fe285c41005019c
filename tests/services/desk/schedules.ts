import fc from 'fast-check';

const DEEDS = [
  'ask',
  'leave',
  'arrive',
  'sign-out',
  'adjust',
  'take',
  'take-named',
  'transfer',
  'end',
  'fall-silent',
  'say',
  'read',
  'answer',
  'disconnect',
  'watch',
  'tell',
  'pass-time',
  'restart',
  'bury',
] as const;
/** How often each comes, beside the others. */
const WEIGHTS: Readonly<Partial<Record<(typeof DEEDS)[number], number>>> = {
  ask: 6,
  arrive: 4,
  take: 5,
  'take-named': 2,
  transfer: 3,
  end: 2,
  'pass-time': 3,
  watch: 2,
};

/** One thing that happens; what the numbers choose among depends on what is there when it does. */
export interface Step {
  readonly do: (typeof DEEDS)[number];
  /** The process on which it happens. */
  readonly on: 0 | 1;
  readonly who: number;
  readonly which: number;
  readonly flag: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.oneof(...DEEDS.map((deed) => ({ weight: WEIGHTS[deed] ?? 1, arbitrary: fc.constant(deed) }))),
  on: fc.constantFrom(0, 1),
  who: fc.nat(11),
  which: fc.nat(7),
  flag: fc.boolean(),
});

/** Steps, each alone or several of them at once; and how unevenly the log answers. */
export const schedule = fc.record({
  rounds: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: step.map((each) => [each]) },
      { weight: 1, arbitrary: fc.array(step, { minLength: 2, maxLength: 4 }) },
    ),
    { minLength: 1, maxLength: 45, size: 'max' },
  ),
  delays: fc.array(fc.nat(6), { maxLength: 5 }),
});
