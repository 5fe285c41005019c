import { describeTranscripts } from './describeTranscripts.js';
import { openCaseDesk } from './openCaseDesk.js';

describeTranscripts('baggageClaim', { equip: (ground) => ({ cases: openCaseDesk(ground) }) });
