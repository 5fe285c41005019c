import { ASSISTANCE_NEEDS } from '../../../services/cases/assistance/assistanceCodes.js';
import { BAG_COLOURS, BAG_EXTERNALS, BAG_TYPES } from '../../../services/cases/claim/bagCodes.js';
import type { Case } from '../../../services/cases/caseKinds.js';
import type { Json, StoredEvent } from '../../../services/eventLog.js';
import type { CaseDetail, CaseHead, FileView } from './wire.js';

/** Parts of a case that are for programs, or shown in another way. */
const HIDDEN: readonly string[] = ['filer', 'conversation', 'photos'];

/** The line a case has in a list. */
export function describeCase({ reference, kind, open, state }: Case, now: Date): CaseHead {
  const clock = findClock(state);
  return {
    reference,
    kind,
    status: state.status,
    open,
    filed: state.filedAt,
    ...(clock && { due: clock.due }),
    overdue: clock !== undefined && (clock.overdue || Date.parse(clock.due) < now.getTime()),
    ...('owner' in state && { owner: state.owner }),
    ...('level' in state && { level: state.level }),
  };
}

/** Claims have none; a request or message has one until it is answered. */
function findClock(state: Case['state']): { readonly due: string; readonly overdue: boolean } | undefined {
  if ('clock' in state) return state.clock;
  const isUnanswered = state.status === 'requested' || state.status === 'left';
  return 'answerBy' in state && isUnanswered ? { due: state.answerBy, overdue: state.overdue } : undefined;
}

/** A case with what was filed, what happened since, and what may be done now. */
export function describeCaseDetail(
  found: Case,
  files: readonly FileView[],
  events: readonly StoredEvent[],
  now: Date,
): CaseDetail {
  return {
    head: describeCase(found, now),
    facts: listFacts(found.state.details),
    files,
    history: events.map(({ time, actor, type, data }) => {
      const text = findWords(data);
      return { at: time, actor, type, ...(text !== undefined && { text }) };
    }),
    may: listActs(found),
  };
}

function listActs({ kind, open, state }: Case): CaseDetail['may'] {
  if (!open) return [];
  const canRise = kind === 'complaint' && 'level' in state && state.level < 3;
  return canRise ? ['reply', 'escalate', 'close'] : ['reply', 'close'];
}

type Fact = CaseDetail['facts'][number];

/** The trade's codes, by the path under which a term of its lists was filed. */
const CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'appearance.colour': BAG_COLOURS,
  'appearance.type': BAG_TYPES,
  'appearance.externals': BAG_EXTERNALS,
  needs: Object.fromEntries(Object.entries(ASSISTANCE_NEEDS).map(([need, { code }]) => [need, code])),
};

/** Every leaf, named by its path: `contact.phone`. */
function listFacts(details: Json): Fact[] {
  return listLeaves(details).map(({ name, values }) => {
    const fact = { name, value: values.join(', ') };
    const codes = CODES[name];
    if (!codes) return fact;
    const terms = values.flatMap((term) =>
      codes[term] === undefined ? [] : { name: term, code: codes[term] },
    );
    return terms.length === values.length ? { ...fact, terms } : fact;
  });
}

function listLeaves(value: Json, name = ''): { name: string; values: string[] }[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) {
    const isPlain = value.every((each) => typeof each !== 'object');
    if (isPlain) return value.length === 0 ? [] : [{ name, values: value.map(String) }];
    return value.flatMap((each, index) => listLeaves(each, `${name}.${String(index + 1)}`));
  }
  if (typeof value !== 'object') return [{ name, values: [String(value)] }];
  return Object.entries(value).flatMap(([key, each]) =>
    name === '' && HIDDEN.includes(key) ? [] : listLeaves(each, name === '' ? key : `${name}.${key}`),
  );
}

const WORDS = ['text', 'reason', 'improvement', 'outcome', 'words'] as const;

function findWords(data: Json): string | undefined {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return undefined;
  const addition = data['addition'];
  const [own] = WORDS.map((key) => data[key]).filter((each) => typeof each === 'string');
  return own ?? (addition === undefined ? undefined : findWords(addition));
}
