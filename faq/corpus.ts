import { createHash } from 'node:crypto';
import { access, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { getWrittenLanguage, type Language } from '../locales/language.js';
import { findCorpusProblems } from './checkCorpus.js';
import { CorpusError, type CorpusProblem } from './corpusError.js';
import { listPlaceholders, policySchema, readPolicyPath, type PolicyNode } from './policy.js';
import type { ParsedFiles } from './parsedFiles.js';
import { describeIssues, readYaml, type YamlFile } from './readYaml.js';
import { chooseEntrySchema, type Article, type Lead, type Placed } from './schema.js';
import type { Route } from './understanding/route.js';

/** Everything the editors approved, checked: immutable; a change makes a new corpus. */
export interface Corpus {
  readonly articles: ReadonlyMap<string, Placed<Article>>;
  readonly leads: readonly Placed<Lead>[];
  readonly policy: PolicyNode;
}

/** Words and where they lead: what understanding learns from. */
export interface Example {
  readonly text: string;
  readonly route: Route;
  readonly language: 'en' | 'zh';
  /** Set on an answer's own text: it teaches the topic's words and is not a way of asking. */
  readonly isAnswer?: true;
}

/**
 * Loads a corpus folder: YAML files in `content/` (or, without that folder, in the folder itself) and `policy.yaml`
 * beside them. Throws a `CorpusError` that lists every problem with file, line, entry and what is expected.
 */
export async function loadCorpus(folder: string, parsed?: ParsedFiles): Promise<Corpus> {
  const { contentFolder, policyFile } = await locate(folder);
  const names = (await readdir(contentFolder))
    .filter((name) => /\.ya?ml$/.test(name) && name !== 'policy.yaml')
    .sort();
  if (names.length === 0)
    throw new CorpusError([{ file: folder, message: 'expected at least one .yaml file of entries' }]);
  const files = await readAll(
    names.map((name) => join(contentFolder, name)),
    folder,
    parsed,
  );
  const policyYaml = policyFile === undefined ? undefined : await readYaml(policyFile, 'policy.yaml');

  const problems: CorpusProblem[] = [];
  const policy = readPolicy(policyYaml, problems);
  const entries = files.flatMap((file) => readEntries(file, problems));
  const corpus: Corpus = {
    policy,
    articles: new Map(entries.flatMap((placed) => (isArticle(placed) ? [[placed.entry.id, placed]] : []))),
    leads: entries.filter((placed) => !isArticle(placed)) as Placed<Lead>[],
  };
  problems.push(...findCorpusProblems(entries, policy));
  if (problems.length > 0) throw new CorpusError(problems);
  return corpus;
}

/** The lines understanding learns from: the questions in the order of the files, then the answers. */
export function listExamples(corpus: Corpus): Example[] {
  const articles = [...corpus.articles.values()].map(({ entry }) => ({
    ...entry,
    route: `faq:${entry.id}` as Route,
  }));
  const leads = corpus.leads.map(({ entry }) => ({
    questions: entry.questions,
    route: entry.route,
  }));
  const questions = [...articles, ...leads].flatMap(({ route, questions }) =>
    (['en', 'zh'] as const).flatMap((language) =>
      questions[language].map((text) => ({ text, route, language })),
    ),
  );
  const answers = articles.flatMap(({ route, answer }) =>
    (['en', 'zh'] as const).map((language) => ({
      text: answer[language],
      route,
      language,
      isAnswer: true as const,
    })),
  );
  return [...questions, ...answers];
}

/** The question under which an article is offered, in the passenger's written language (Traditional is converted later). */
export function getCanonicalQuestion(article: Article, language: Language): string {
  const { en, zh } = article.questions;
  const [first, second] = getWrittenLanguage(language) === 'en' ? [en[0], zh[0]] : [zh[0], en[0]];
  return first ?? second ?? article.id;
}

/** Names the text an answer was given from: the topic, and a digest of its words and the figures in them. */
export function computeAnswerVersion(article: Article, policy: PolicyNode): string {
  const figures = listPlaceholders(Object.values(article.answer).join('\n')).map((path) =>
    readPolicyPath(policy, path),
  );
  const digest = createHash('sha256')
    .update(JSON.stringify([article.answer, figures]))
    .digest('hex');
  return `${article.id}@${digest.slice(0, 10)}`;
}

async function locate(folder: string): Promise<{ contentFolder: string; policyFile?: string }> {
  const nested = join(folder, 'content');
  const contentFolder = (await exists(nested)) ? nested : folder;
  if (!(await exists(contentFolder))) {
    throw new CorpusError([{ file: folder, message: 'expected a folder with the FAQ files' }]);
  }
  const policyFile = join(folder, 'policy.yaml');
  return (await exists(policyFile)) ? { contentFolder, policyFile } : { contentFolder };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** All files are read before any of them is blamed, so that an editor sees every broken one at once. */
async function readAll(paths: readonly string[], folder: string, parsed?: ParsedFiles): Promise<YamlFile[]> {
  const files: YamlFile[] = [];
  const problems: CorpusProblem[] = [];
  for (const path of paths) {
    try {
      files.push(await readYaml(path, relative(folder, path), parsed));
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new CorpusError(problems);
  return files;
}

function readPolicy(file: YamlFile | undefined, problems: CorpusProblem[]): PolicyNode {
  if (file === undefined) return {};
  const result = policySchema.safeParse(file.value ?? {});
  if (result.success) return result.data;
  problems.push(...describeIssues(file, result.error, []));
  return {};
}

function readEntries(file: YamlFile, problems: CorpusProblem[]): Placed<Article | Lead>[] {
  if (!Array.isArray(file.value)) {
    problems.push({
      file: file.name,
      line: 1,
      message: 'expected a list of entries (lines that begin with `- id:`)',
    });
    return [];
  }
  return file.value.flatMap((value: unknown, index): Placed<Article | Lead>[] => {
    const result = chooseEntrySchema(value).safeParse(value);
    if (result.success) {
      return [{ entry: result.data, file: file.name, findLine: () => file.findLine([index]) }];
    }
    problems.push(...describeIssues(file, result.error, [index], nameEntry(value, index)));
    return [];
  });
}

function nameEntry(value: unknown, index: number): string {
  const { id, route } = (value ?? {}) as { id?: unknown; route?: unknown };
  const name = id ?? route;
  return typeof name === 'string' ? name : `entry ${index + 1}`;
}

function isArticle(placed: Placed<Article | Lead>): placed is Placed<Article> {
  return 'id' in placed.entry;
}
