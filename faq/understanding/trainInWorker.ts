import { Worker } from 'node:worker_threads';
import type { Example } from './example.js';
import type { RouterModel } from './model.js';
import type { OnProgress } from './train.js';

export type TrainingMessage = { readonly progress: number } | { readonly model: RouterModel };

export interface TrainingControls {
  readonly onProgress?: OnProgress;
  /** Ends the training; the promise is then rejected. */
  readonly signal?: AbortSignal;
}

/** `trainModel` on a thread of its own, so that no turn waits for it. */
export function trainInWorker(
  examples: readonly Example[],
  { onProgress, signal }: TrainingControls = {},
): Promise<RouterModel> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./startTrainingThread.js', import.meta.url), {
      execArgv: [],
      workerData: { examples },
    });
    const stop = () => {
      reject(new Error('The training was stopped.', { cause: signal?.reason }));
      void worker.terminate();
    };
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (message: TrainingMessage) => {
      if ('model' in message) resolve(message.model);
      else onProgress?.(message.progress);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      reject(new Error(`The training thread ended without a model (exit code ${code}).`));
    });
    if (signal?.aborted) stop();
  });
}
