// Jest calls a default export.
export { tearDown as default } from './wholeRun.js';
