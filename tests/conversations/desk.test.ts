import { describeTranscripts } from './describeTranscripts.js';

describeTranscripts('desk');
