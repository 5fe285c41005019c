import type { Language } from '../../locales/language.js';
import type { Said, Talk } from './talk.js';

/**
 * A conversation as a page of text:
 *
 * ```
 * # A bag that did not arrive (en)
 *
 * > My bag did not arrive
 * < dialog:baggage-claim
 *   I am sorry to hear that. …
 *   [Button] [Button]
 * * 40 minutes pass
 * ```
 *
 * An empty line ends a turn. `>` the passenger's words, `<` one reply with its route, indented its text and buttons (nothing else is indented), `*` what happens outside:
 * `the service restarts`, `N minutes|hours|days pass`, `the page turns to zh-Hans`, `somebody arrives`,
 * `photo NAME` (sent with the passenger's next words), and whatever the stage of the test knows to do.
 */
export interface Transcript {
  readonly title: string;
  readonly language: Language;
  readonly text: string;
}

/** Does what a line says that only one test knows, and returns what is said of it; undefined for all others. */
export type Stage = (what: string, talk: Talk) => Promise<Said[] | undefined>;

const HEADING = /^# (.+) \((en|zh-Hans|zh-Hant)\)$/;
const MINUTES = { minute: 1, hour: 60, day: 1440 } as const;

/** The conversations of one file, in order. */
export function splitTranscripts(file: string): Transcript[] {
  return file
    .split(/^(?=# )/m)
    .filter((part) => part.trim() !== '')
    .map((text) => {
      const heading = HEADING.exec(text.split('\n', 1)[0]!);
      if (!heading) throw new Error(`A transcript begins with "# Title (language)": ${text.slice(0, 80)}`);
      return { title: heading[1]!, language: heading[2] as Language, text: text.trimEnd() };
    });
}

/** Says and does again what the passenger said and did, and writes down what comes of it in the same form. */
export async function replay(transcript: Transcript, talk: Talk, stage?: Stage): Promise<string> {
  const written: string[] = [];
  let photos: string[] = [];
  let words: string[] = [];
  for (const line of [...transcript.text.split('\n'), '']) {
    if (line.startsWith('> ') || line === '>') {
      words.push(line.slice(2));
      continue;
    }
    if (words.length > 0) {
      const said = await talk.say(
        words.join('\n'),
        photos.length > 0 ? photos.map(describePhoto) : undefined,
      );
      written.push(...words.map((each) => `> ${each}`.trimEnd()), ...said.flatMap(writeReply), '');
      [words, photos] = [[], []];
    }
    if (line.startsWith('# ')) written.push(line, '');
    if (!line.startsWith('* ')) continue;
    const photo = /^\* photo (\S+)$/.exec(line)?.[1];
    if (photo) photos.push(photo);
    written.push(line, ...(photo ? [] : [...(await happen(line.slice(2), talk, stage)), '']));
  }
  return written.join('\n').trimEnd();
}

async function happen(what: string, talk: Talk, stage?: Stage): Promise<string[]> {
  const time = /^(\d+) (minute|hour|day)s? pass(?:es)?$/.exec(what);
  const page = /^the page turns to (\S+)$/.exec(what);
  if (time) talk.clock.pass(Number(time[1]) * MINUTES[time[2] as keyof typeof MINUTES] * 60_000);
  else if (what === 'the service restarts') talk.restart();
  else if (page) return (await talk.sendEvent('redeye/language', page[1])).flatMap(writeReply);
  else if (what === 'somebody arrives') {
    const membersAdded = [{ id: 'passenger', name: '' }];
    return (await talk.send({ type: 'conversationUpdate', membersAdded })).flatMap(writeReply);
  } else {
    const said = await stage?.(what, talk);
    if (said === undefined) throw new Error(`Nothing is known to happen by "${what}"`);
    return said.flatMap(writeReply);
  }
  return [];
}

function describePhoto(name: string) {
  return { name, contentType: 'image/jpeg', contentUrl: `upload:${name}` };
}

function writeReply({ route, text, offers, attachments }: Said): string[] {
  const buttons = offers.map((words) => `[${words}]`).join(' ');
  const cards = attachments.map(({ contentType }) => `(${contentType})`);
  const lines = [...text.split('\n'), ...cards, ...(buttons === '' ? [] : [buttons])];
  return [`< ${route}`, ...lines.map((line) => `  ${line}`.trimEnd())];
}
