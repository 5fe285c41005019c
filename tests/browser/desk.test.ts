import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { Stage } from './stage.js';
import { describeDesk } from './suites/desk.js';

const START_MS = 60_000;

jest.setTimeout(120_000);

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.set({ DESK_GRACE_SECONDS: '2' });
}, START_MS);

afterAll(async () => {
  await stage?.strike();
}, START_MS);

describe('in real browsers', () => {
  describeDesk(() => stage);
});
