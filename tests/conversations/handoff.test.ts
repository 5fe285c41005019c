import { describeTranscripts } from './describeTranscripts.js';
import { FloorStage } from './floorStage.js';

function setStage() {
  const stage = new FloorStage();
  return { equip: stage.equip, stage: stage.happen };
}

describeTranscripts('handoff', setStage);
describeTranscripts('handoffMessage', setStage);
