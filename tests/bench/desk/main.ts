import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BenchAgent } from './benchAgent.js';
import { BenchPassenger } from './benchPassenger.js';
import { RoundTrips, type Spread } from './roundTrips.js';
import { runService } from './runService.js';

const PASSENGERS = 500;
const AGENTS = 50;
/** Each passenger writes as often as people in a chat do. */
const EVERY_MS = 20_000;
const LASTS_MS = 60_000;
const SETTLES_MS = 15_000;
const LIMIT_MS = 250;
const AT_A_TIME = 20;

/** How long a message takes to the agent's screen, and the answer back to the passenger's, with a full desk. */
export async function run(): Promise<boolean> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'redeye-bench-'));
  const names = Array.from({ length: AGENTS }, (_, index) => `Agent ${String(index + 1)}`);
  const service = await runService(directory, names);
  try {
    return await measure(service.origin, names);
  } finally {
    await service.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

async function measure(origin: string, names: readonly string[]): Promise<boolean> {
  const trips = new RoundTrips();
  const agents: BenchAgent[] = [];
  for (const [index, name] of names.entries()) {
    const address = `198.51.100.${String(index + 1)}`;
    agents.push(await BenchAgent.open(origin, name, address, (text) => trips.noteSeen(text)));
  }
  const start = performance.now();
  const passengers = await openPassengers(origin, trips);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${String(passengers.length)} passengers talk with ${String(agents.length)} agents after ${seconds} s`,
  );

  await Promise.all(passengers.map((passenger) => converse(passenger, trips)));
  for (let waited = 0; trips.open > 0 && waited < SETTLES_MS; waited += 100) await pause(100);
  const refusals = agents.reduce((sum, agent) => sum + agent.refusals, 0);
  for (const client of [...agents, ...passengers]) client.close();
  return report(trips, refusals);
}

/** Everybody asks for a person and waits until one has joined. */
async function openPassengers(origin: string, trips: RoundTrips): Promise<BenchPassenger[]> {
  const passengers: BenchPassenger[] = [];
  const open = async (index: number): Promise<void> => {
    const address = `10.0.${String(index >> 8)}.${String(index & 255)}`;
    let join = (): void => undefined;
    const joined = new Promise<void>((resolve) => (join = resolve));
    const passenger = await BenchPassenger.open(origin, address, (text) => {
      if (/has joined/.test(text)) join();
      trips.noteAnswered(text);
    });
    await passenger.say('I want to talk to a person');
    await joined;
    passengers.push(passenger);
  };
  for (let first = 0; first < PASSENGERS; first += AT_A_TIME) {
    await Promise.all(Array.from({ length: AT_A_TIME }, (_, index) => open(first + index)));
  }
  return passengers;
}

async function converse(passenger: BenchPassenger, trips: RoundTrips): Promise<void> {
  await pause(Math.random() * EVERY_MS);
  for (let passed = 0; passed < LASTS_MS; passed += EVERY_MS) {
    await passenger.say(trips.begin());
    await pause(EVERY_MS * (0.75 + Math.random() / 2));
  }
}

function report(trips: RoundTrips, refusals: number): boolean {
  const { messages, lost, doubled, there, whole } = trips.summarise();
  console.log(
    `${String(messages)} messages: ${String(lost)} lost, ${String(doubled)} doubled, ${String(refusals)} refused`,
  );
  console.log(`to the agent's screen: ${format(there)}`);
  console.log(`and the answer back:   ${format(whole)} (limit for p99: ${String(LIMIT_MS)} ms)`);
  return lost === 0 && doubled === 0 && refusals === 0 && whole.p99 <= LIMIT_MS;
}

function format({ median, p99, most }: Spread): string {
  const [one, two, three] = [median, p99, most].map((value) => value.toFixed(0));
  return `median ${one ?? ''} ms, p99 ${two ?? ''} ms, slowest ${three ?? ''} ms`;
}
