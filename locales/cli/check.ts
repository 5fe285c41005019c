import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { findStrayOverrides, findWordProblems, type WordTree } from '../findWordProblems.js';

const folder = new URL('../', import.meta.url);
const OVERRIDES = 'zh-Hant/overrides';

function read(path: string): WordTree {
  const file = new URL(path, folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as WordTree) : {};
}

function listFiles(path: string): string[] {
  return readdirSync(new URL(`${path}/`, folder)).filter((name) => name.endsWith('.json'));
}

const names = [...new Set([...listFiles('en'), ...listFiles('zh-Hans'), ...listFiles(OVERRIDES)])].sort();
const problems = names.flatMap((name) => {
  const chinese = read(`zh-Hans/${name}`);
  return [
    ...findWordProblems(read(`en/${name}`), chinese),
    ...findStrayOverrides(chinese, read(`${OVERRIDES}/${name}`)),
  ].map((problem) => `locales/*/${name}: ${problem}`);
});

for (const problem of problems) console.error(problem);
console.log(`words: ${names.length} files, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
