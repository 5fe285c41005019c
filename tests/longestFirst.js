/** Starts the longest files first, so that no processor waits for one at the end. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { default: TestSequencer } = createRequire(require.resolve('jest'))('@jest/test-sequencer');

/** In a clone where no test has run, Jest goes by the size of a file, and those that play in a browser are small. */
const LONGEST = [
  'browser/pages',
  'services/desk/floorSchedules',
  'web/desk/access',
  'browser/desk',
  'dialogs/form/advance.property',
  'services/cases/filing',
  'web/desk/talking',
  'bot/cli/cases',
  'bot/storage/postgres/contracts',
];

// Jest loads a sequencer by its default export.
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    return sorted.sort((one, other) => rank(one) - rank(other));
  }
}

function rank({ path }) {
  const place = LONGEST.findIndex((name) => path.endsWith(`/tests/${name}.test.ts`));
  return place === -1 ? LONGEST.length : place;
}
