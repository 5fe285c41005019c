import { fork } from 'node:child_process';
import type { Example } from './example.js';
import type { RouterModel } from './model.js';
import type { OnProgress } from './train.js';

/** What the training process says: how far it is, and at the end what it learnt. */
export type TrainingMessage = { readonly progress: number } | { readonly model: RouterModel };

export interface TrainingControls {
  readonly onProgress?: OnProgress;
  /** Ends the training; the promise is then rejected. */
  readonly signal?: AbortSignal;
}

/**
 * `trainModel` in a process of its own: no turn waits for it, and what it used goes back to the system with it, which a
 * thread's memory does not.
 */
export function trainApart(
  examples: readonly Example[],
  { onProgress, signal }: TrainingControls = {},
): Promise<RouterModel> {
  return new Promise((resolve, reject) => {
    const training = fork(new URL('./startTraining.js', import.meta.url), {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const stop = (): void => {
      reject(new Error('The training was stopped.', { cause: signal?.reason }));
      training.kill();
    };
    signal?.addEventListener('abort', stop, { once: true });
    training.on('message', (message: TrainingMessage) => {
      if ('model' in message) {
        resolve(message.model);
        training.disconnect();
      } else onProgress?.(message.progress);
    });
    training.on('error', reject);
    training.on('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      reject(new Error(`The training ended without a model (exit code ${code}).`));
    });
    if (signal?.aborted) stop();
    else training.send({ examples });
  });
}
