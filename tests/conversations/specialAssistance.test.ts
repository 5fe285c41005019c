import { describeTranscripts } from './describeTranscripts.js';
import { openCaseDesk } from './openCaseDesk.js';

describeTranscripts('specialAssistance', { equip: (ground) => ({ cases: openCaseDesk(ground) }) });
