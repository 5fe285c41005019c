import type { CorpusProblem } from './corpusError.js';
import { listPlaceholders, readPolicyPath, selectPolicyLanguage, type PolicyNode } from './policy.js';
import type { Article, Lead, Placed } from './schema.js';
import { normaliseText } from './understanding/normalise.js';

type Entry = Placed<Article | Lead>;

/** What no single entry shows and no desk can work with: ids used twice, links and figures that lead nowhere. */
export function findCorpusProblems(entries: readonly Entry[], policy: PolicyNode): CorpusProblem[] {
  return [
    ...findRepeatedIds(entries),
    ...findUnknownRelated(entries),
    ...findUnknownFigures(entries, policy),
  ];
}

function findRepeatedIds(entries: readonly Entry[]): CorpusProblem[] {
  const seen = new Set<string>();
  return entries.flatMap((placed) => {
    if (!('id' in placed.entry)) return [];
    const { id } = placed.entry;
    const repeated = seen.has(id);
    seen.add(id);
    return repeated ? [describe(placed, 'this id is used twice; expected one entry per topic')] : [];
  });
}

/** Questions that two entries claim; the desk can answer all the same, but only one of them will be right. */
export function findContestedQuestions(entries: readonly Entry[]): CorpusProblem[] {
  const owners = new Map<string, string>();
  return entries.flatMap((placed) => {
    const name = nameEntry(placed);
    return [...placed.entry.questions.en, ...placed.entry.questions.zh].flatMap((question) => {
      const key = normaliseText(question);
      const owner = owners.get(key) ?? name;
      owners.set(key, owner);
      return owner === name
        ? []
        : [describe(placed, `the question "${question}" also stands in ${owner}; expected in one entry`)];
    });
  });
}

const ADVISED_QUESTIONS = 8;

/** Articles with too few ways of asking to be recognised well. */
export function findThinArticles(entries: readonly Entry[]): CorpusProblem[] {
  return entries.flatMap((placed) => {
    if (!('id' in placed.entry)) return [];
    const { questions } = placed.entry;
    return (['en', 'zh'] as const)
      .filter((language) => questions[language].length < ADVISED_QUESTIONS)
      .map((language) =>
        describe(
          placed,
          `\`questions.${language}\` has ${questions[language].length} ways of asking; expected ${ADVISED_QUESTIONS} or more`,
        ),
      );
  });
}

function findUnknownRelated(entries: readonly Entry[]): CorpusProblem[] {
  const ids = new Set(entries.flatMap(({ entry }) => ('id' in entry ? [entry.id] : [])));
  return entries.flatMap((placed) =>
    'id' in placed.entry
      ? placed.entry.related
          .filter((id) => !ids.has(id))
          .map((id) => describe(placed, `\`related\`: there is no topic ${id}`))
      : [],
  );
}

function findUnknownFigures(entries: readonly Entry[], policy: PolicyNode): CorpusProblem[] {
  const values = { en: selectPolicyLanguage(policy, 'en'), zh: selectPolicyLanguage(policy, 'zh') };
  return entries.flatMap((placed) =>
    Object.entries(placed.entry.answer ?? {}).flatMap(([language, text]) =>
      listPlaceholders(text)
        .filter((path) => {
          const value = readPolicyPath(values[language === 'en' ? 'en' : 'zh'], path);
          return value === undefined || typeof value === 'object';
        })
        .map((path) => describe(placed, `\`answer.${language}\`: policy.yaml has no value ${path}`)),
    ),
  );
}

function nameEntry({ entry }: Entry): string {
  return 'id' in entry ? entry.id : entry.route;
}

function describe(placed: Entry, message: string): CorpusProblem {
  const line = placed.findLine();
  return {
    file: placed.file,
    ...(line === undefined ? {} : { line }),
    entry: nameEntry(placed),
    message,
  };
}
