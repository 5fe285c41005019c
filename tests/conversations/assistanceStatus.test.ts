import { describeTranscripts } from './describeTranscripts.js';
import { openFiledCases } from './filedCases.js';

describeTranscripts('assistanceStatus', { equip: (ground) => ({ cases: openFiledCases(ground) }) });
