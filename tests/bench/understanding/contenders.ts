import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Example } from '../../../faq/corpus.js';
import { normaliseText } from '../../../faq/understanding/normalise.js';
import type { Route } from '../../../faq/understanding/route.js';
import { createUnderstanding } from '../../../faq/understanding/router.js';
import { trainModel } from '../../../faq/understanding/train.js';

/** Something that leads a text to a route, ours or a library used as its documentation says. */
export interface Contender {
  readonly name: string;
  /** `none` where it refuses; `best` is what it would have answered. */
  route(text: string): { readonly route: Route; readonly best: Route | undefined };
}

export function createOurs(examples: readonly Example[]): Contender {
  const understanding = createUnderstanding({ model: trainModel(examples), extractEntities: () => ({}) });
  const now = new Date(0);
  return {
    name: 'ours',
    route(text) {
      const { route, candidates } = understanding.route(text, { language: 'en', now });
      const best = candidates[0]?.route;
      return { route: route === 'clarify' ? (best ?? 'none') : route, best };
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
