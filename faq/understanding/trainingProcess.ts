import type { Example } from './example.js';
import type { TrainingMessage } from './trainApart.js';
import { trainModel } from './train.js';

/** The process that learns: is sent the examples, sends its progress and, at the end, the model. */
const tell = (message: TrainingMessage) => process.send?.(message);

process.once('message', ({ examples }: { examples: readonly Example[] }) => {
  tell({ model: trainModel(examples, (progress) => tell({ progress })) });
});
// Whoever asked is gone: nobody is waiting for the model.
process.once('disconnect', () => process.exit());
