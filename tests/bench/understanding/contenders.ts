import { dockStart } from '@nlpjs/basic';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Example } from '../../../faq/corpus.js';
import { normaliseText } from '../../../faq/understanding/normalise.js';
import type { Route } from '../../../faq/understanding/route.js';
import { createUnderstanding } from '../../../faq/understanding/router.js';
import { trainModel } from '../../../faq/understanding/train.js';

/** `none` where it refuses; `best` is what it would have answered, and `score` how sure it is of that. */
export interface Routed {
  readonly route: Route;
  readonly best: Route | undefined;
  readonly score?: number;
}

/** Something that leads a text to a route, ours or a library used as its documentation says. */
export interface Contender {
  readonly name: string;
  route(text: string): Routed | Promise<Routed>;
}

export interface Ours extends Contender {
  route(text: string): Routed;
}

export function createOurs(examples: readonly Example[]): Ours {
  const understanding = createUnderstanding({ model: trainModel(examples), extractEntities: () => ({}) });
  const now = new Date(0);
  return {
    name: 'ours',
    route(text) {
      const { route, candidates } = understanding.route(text, { language: 'en', now });
      const best = candidates[0]?.route;
      const score = candidates[0]?.score ?? 0;
      return { route: route === 'clarify' ? (best ?? 'none') : route, best, score };
    },
  };
}

/** The share of the validation's out-of-scope lines that the bold setting refuses. */
const REFUSED_IN_VALIDATION = 0.78;

/** Ours as bold as refuses enough of the validation's out-of-scope lines: one threshold on its score, chosen there. */
export function createBold(ours: Ours, validation: readonly Example[]): Contender {
  const scores = validation
    .filter(({ route }) => route === 'none')
    .map(({ text }) => ours.route(text).score ?? 0)
    .sort((a, b) => a - b);
  const threshold = scores[Math.floor(scores.length * REFUSED_IN_VALIDATION)] ?? 0;
  return {
    name: 'ours, bold',
    route(text) {
      const { best, score = 0 } = ours.route(text);
      return { route: best !== undefined && score > threshold ? best : 'none', best };
    },
  };
}

/** NLP.js learns English here: its `basic` bundle brings no other language. */
export async function createNlpJs(examples: readonly Example[]): Promise<Contender> {
  const dock = await dockStart({
    settings: { nlp: { languages: ['en'], autoSave: false, forceNER: false, log: false } },
    use: ['Basic'],
  });
  const nlp = dock.get('nlp');
  nlp.addLanguage('en');
  for (const { text, route, isAnswer } of examples) if (!isAnswer) nlp.addDocument('en', text, route);
  await nlp.train();
  return {
    name: 'NLP.js',
    async route(text) {
      const { intent, classifications } = await nlp.process('en', text);
      const best = classifications[0]?.intent;
      return {
        route: intent === 'None' ? 'none' : (intent as Route),
        best: best === undefined || best === 'None' ? undefined : (best as Route),
      };
    },
  };
}

export function createFuse(examples: readonly Example[]): Contender {
  const fuse = new Fuse(
    examples.filter(({ isAnswer }) => !isAnswer),
    { keys: ['text'], ignoreLocation: true, includeScore: true },
  );
  return {
    name: 'Fuse.js',
    route(text) {
      const best = fuse.search(text.slice(0, 100), { limit: 1 })[0]?.item.route;
      return { route: best ?? 'none', best };
    },
  };
}

export function createMiniSearch(examples: readonly Example[]): Contender {
  const search = new MiniSearch<{ id: number; text: string; route: Route }>({
    fields: ['text'],
    storeFields: ['route'],
    tokenize: tokeniseForSearch,
  });
  const questions = examples.filter(({ isAnswer }) => !isAnswer);
  search.addAll(questions.map(({ text, route }, id) => ({ id, text, route })));
  return {
    name: 'MiniSearch',
    route(text) {
      const best = search.search(text)[0]?.['route'] as Route | undefined;
      return { route: best ?? 'none', best };
    },
  };
}

/** Words, and for Chinese single characters and pairs, without which it finds nothing. */
function tokeniseForSearch(text: string): string[] {
  return normaliseText(text)
    .split(' ')
    .flatMap((word) => {
      if (!/\p{Script=Han}/u.test(word)) return [word];
      const characters = [...word];
      return [
        ...characters,
        ...characters.slice(1).map((character, at) => (characters[at] ?? '') + character),
      ];
    });
}
