import { describeTranscripts } from './describeTranscripts.js';
import { openFiledCases } from './filedCases.js';

describeTranscripts('baggageClaimStatus', { equip: (ground) => ({ cases: openFiledCases(ground) }) });
