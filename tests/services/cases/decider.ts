import { expect } from '@jest/globals';
import type { Actor } from '../../../services/cases/actor.js';
import { CaseRefused, type RefusalReason } from '../../../services/cases/caseRefused.js';
import type { CaseKind, CaseTypes } from '../../../services/cases/caseKinds.js';
import type { CaseRulebook } from '../../../services/cases/caseRulebook.js';
import type { PassTime } from '../../../services/cases/decision.js';

export interface Step<K extends CaseKind> {
  readonly command: CaseTypes[K]['command'] | PassTime;
  readonly by?: Actor;
  /** ISO 8601; the step before's when absent. */
  readonly at?: string;
}

interface Decided<K extends CaseKind> {
  /** The new events' types and data, each a subset. */
  expectEvents(expected: readonly object[]): void;
  expectRefusal(reason: RefusalReason): void;
  readonly state: CaseTypes[K]['state'];
}

/** Given a case filed then, and steps since; when one more is taken; then these events, or this refusal. */
export function given<K extends CaseKind>(
  rulebook: CaseRulebook<K>,
  details: CaseTypes[K]['input'],
  filedAt: string,
  ...steps: readonly Step<K>[]
) {
  let now = filedAt;
  const file = rulebook.file('key', rulebook.detailsSchema.parse(details), {
    now: new Date(now),
    actor: 'passenger:user-1',
  });
  let state = rulebook.evolve(undefined, file)!;

  const decide = ({ command, by = 'agent:li', at = now }: Step<K>): readonly CaseTypes[K]['event'][] => {
    now = at;
    const events = rulebook.decide(command, state, { now: new Date(now), actor: by });
    for (const event of events) state = rulebook.evolve(state, rulebook.eventSchema.parse(event))!;
    return events;
  };
  for (const step of steps) decide(step);

  return {
    state,
    when(step: Step<K>): Decided<K> {
      let events: readonly CaseTypes[K]['event'][] = [];
      let refused: unknown;
      try {
        events = decide(step);
      } catch (error) {
        refused = error;
      }
      return {
        expectEvents(expected) {
          expect(refused).toBeUndefined();
          expect(events).toMatchObject(expected);
        },
        expectRefusal(reason) {
          expect(refused).toBeInstanceOf(CaseRefused);
          expect(refused).toMatchObject({ code: 'case.refused', reason });
        },
        get state() {
          return state;
        },
      };
    },
    nextDue: () => rulebook.getNextDue(state, new Date(now))?.toISOString(),
  };
}
