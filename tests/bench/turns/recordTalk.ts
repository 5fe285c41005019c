import { setTimeout } from 'node:timers/promises';
import { openDataDirectory } from '../../../bot/storage/lowdb/openDataDirectory.js';
import type { StoredEvent } from '../../../services/eventLog.js';
import { findReference, listClaimWords } from '../claimTalk.js';
import { LocalDesk } from '../localDesk.js';

/** All that one conversation and its claim have left in a data directory. */
export interface StoredTalk {
  readonly conversation: string;
  /** Of the claim; empty where none was filed. */
  readonly reference: string;
  readonly streams: readonly (readonly StoredEvent[])[];
  readonly state: unknown;
}

const KINDS = ['conversation', 'claim', 'filing'];
const QUESTIONS = ['How much baggage may I check in?', 'Can I bring a power bank?', 'Can I bring my cat?'];
/** The house sees to a new claim within moments. */
const SETTLED_MS = 1000;

export function getQuestion(index: number): string {
  return QUESTIONS[index % QUESTIONS.length] ?? '';
}

export function getStateKey(conversation: string): string {
  return `directline/conversations/${conversation}/`;
}

/** Has a passenger file a claim, or ask this many questions, in a directory with nothing else in it. */
export async function recordTalk(
  directory: string,
  conversation: string,
  about: 'claim' | number,
): Promise<StoredTalk> {
  const desk = await LocalDesk.open(directory);
  await desk.start();
  const words =
    about === 'claim' ? listClaimWords(0) : Array.from({ length: about }, (_, index) => getQuestion(index));
  let reference = '';
  for (const [index, each] of words.entries()) {
    const said = await desk.say(conversation, `${conversation}-${String(index)}`, each);
    reference = findReference(said) ?? reference;
  }
  if (reference !== '') await setTimeout(SETTLED_MS);
  await desk.close();
  return readTalk(directory, conversation, reference);
}

async function readTalk(directory: string, conversation: string, reference: string): Promise<StoredTalk> {
  const data = await openDataDirectory(directory);
  const streams: StoredEvent[][] = [];
  for (const kind of KINDS) {
    for await (const stream of data.eventLog.list(kind)) streams.push(await data.eventLog.read(stream));
  }
  const key = getStateKey(conversation);
  const state: unknown = (await data.storage.read([key]))[key];
  await data.close();
  return { conversation, reference, streams, state };
}
