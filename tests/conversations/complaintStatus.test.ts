import { describeTranscripts } from './describeTranscripts.js';
import { openFiledCases } from './filedCases.js';

describeTranscripts('complaintStatus', { equip: (ground) => ({ cases: openFiledCases(ground) }) });
