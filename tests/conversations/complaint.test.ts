import { describeTranscripts } from './describeTranscripts.js';
import { openCaseDesk } from './openCaseDesk.js';

describeTranscripts('complaint', { equip: (ground) => ({ cases: openCaseDesk(ground) }) });
