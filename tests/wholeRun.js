/** What all test files of a whole run share; files that are named each have their own. */
import { tsImport } from 'tsx/esm/api';

let postgres;

/** Before the first test. */
export async function setUp({ testPathPatterns }) {
  if (testPathPatterns.isSet()) return;
  const { launchPostgres } = await tsImport('./bot/storage/postgres/launchPostgres.ts', import.meta.url);
  postgres = await launchPostgres();
  process.env.TESTS_POSTGRES_URL = postgres.url;
}

/** After the last test, whether or not one failed. */
export async function tearDown() {
  await postgres?.stop();
}
