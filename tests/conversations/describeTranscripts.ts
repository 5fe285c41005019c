import { describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Talk, type TalkOptions } from './talk.js';
import { replay, splitTranscripts, type Stage } from './transcript.js';

/** For tests whose conversations each stand on a stage of their own. */
interface StagedOptions extends Omit<TalkOptions, 'language'> {
  readonly stage?: Stage;
}

/**
 * Replays every conversation of a file in `transcripts/`, to the letter. With `WRITE_TRANSCRIPTS=1` the file is written
 * anew from what the desk says now, to be read and judged before it is kept.
 */
export function describeTranscripts(
  name: string,
  options: Omit<TalkOptions, 'language'> | (() => StagedOptions) = {},
): void {
  const file = new URL(`./transcripts/${name}.txt`, import.meta.url);
  const transcripts = splitTranscripts(readFileSync(file, 'utf8'));
  const rewritten: string[] = [];

  describe(basename(name), () => {
    it.each(transcripts.map((transcript) => ({ ...transcript, transcript })))(
      '$title ($language)',
      async ({ transcript }) => {
        const { stage, ...given } =
          typeof options === 'function' ? options() : { ...options, stage: undefined };
        const talk = await Talk.start({ ...given, language: transcript.language });
        const replayed = await replay(transcript, talk, stage);
        rewritten.push(replayed);
        if (process.env['WRITE_TRANSCRIPTS'] !== '1') return expect(replayed).toBe(transcript.text);
        if (rewritten.length === transcripts.length) writeFileSync(file, `${rewritten.join('\n\n')}\n`);
      },
    );
  });
}
