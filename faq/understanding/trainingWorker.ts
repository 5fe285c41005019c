import { parentPort, workerData } from 'node:worker_threads';
import type { Example } from './example.js';
import { trainModel } from './train.js';
import type { TrainingMessage } from './trainInWorker.js';

/** The thread that learns: takes the examples as `workerData`, posts its progress and, at the end, the model. */
const post = (message: TrainingMessage) => parentPort?.postMessage(message);
const { examples } = workerData as { examples: readonly Example[] };
const model = trainModel(examples, (progress) => post({ progress }));
post({ model });
