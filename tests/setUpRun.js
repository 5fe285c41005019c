// Jest calls a default export.
export { setUp as default } from './wholeRun.js';
