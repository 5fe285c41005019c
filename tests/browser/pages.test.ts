import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { HostSite } from './hostSite.js';
import { Stage } from './stage.js';
import { describeAppearance } from './suites/appearance.js';
import { describeClaims } from './suites/claims.js';
import { describeConversation } from './suites/conversation.js';
import { describeEndurance } from './suites/endurance.js';
import { describeRecords } from './suites/records.js';
import { describeWidget } from './suites/widget.js';

const START_MS = 60_000;

jest.setTimeout(40_000);

let stage: Stage;
let friend: HostSite;
let stranger: HostSite;

beforeAll(async () => {
  [friend, stranger] = await Promise.all([HostSite.open(), HostSite.open()]);
  stage = await Stage.set({ ALLOWED_ORIGINS: friend.origin });
  friend.deskUrl = stranger.deskUrl = stage.service.url;
}, START_MS);

afterAll(async () => {
  await stage?.strike();
  friend?.close();
  stranger?.close();
}, START_MS);

describe('in a real browser', () => {
  describeConversation(() => stage);
  describeAppearance(() => stage);
  describeRecords(() => stage);
  describeClaims(() => stage);
  describeWidget(
    () => stage,
    () => ({ friend, stranger }),
  );
  describeEndurance(() => stage);
});
