import { readFileSync } from 'node:fs';

/** What `assembly/` exports; places are offsets in `memory`, whose buffer is another one after each allocation. */
export interface Kernel {
  readonly memory: WebAssembly.Memory;
  allocate(bytes: number): number;
  createLearner(labels: number, features: number, longestExample: number): void;
  startLearning(realLabels: number, seed: number): void;
  learnExamples(
    order: number,
    count: number,
    starts: number,
    featureOf: number,
    valueOf: number,
    targetOf: number,
    dropout: number,
    factor: number,
    rate: number,
    tolerance: number,
  ): void;
  addToSums(): void;
  getWeightSums(): number;
  getBiasSums(): number;
}

const compiled = new WebAssembly.Module(readFileSync(new URL('./softmax.wasm', import.meta.url)));

/** A kernel with a memory of its own, which goes when it goes. */
export function loadKernel(): Kernel {
  return new WebAssembly.Instance(compiled).exports as unknown as Kernel;
}
