/** `npm run bench -- NAME`: each prints its figures and fails when one is out of its limit. */
const BENCHES: Record<string, () => Promise<{ run(): Promise<boolean> }>> = {
  claims: () => import('./claims/main.js'),
  desk: () => import('./desk/main.js'),
  durability: () => import('./durability/main.js'),
  flightFile: () => import('./flightFile/main.js'),
  start: () => import('./start/main.js'),
  turns: () => import('./turns/main.js'),
  understanding: () => import('./understanding/main.js'),
};

const name = process.argv[2] ?? '';
const load = BENCHES[name];
if (load) {
  const bench = await load();
  process.exitCode = (await bench.run()) ? 0 : 1;
} else {
  console.error(`Which one? ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 2;
}
