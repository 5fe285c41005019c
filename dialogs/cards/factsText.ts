import type { Voice } from '../form/voice.js';
import type { Facts } from './factsCard.js';

/** The same as on the card, in light Markdown. */
export function writeFacts({ title, headline, notes, sections, footnotes }: Facts, { say }: Voice): string {
  const lines = sections.map(({ heading, facts }) =>
    [
      ...(heading === undefined ? [] : [`**${heading}**`]),
      ...facts.map(({ label, value }) => `- ${say('flight:fact', { label, value })}`),
    ].join('\n'),
  );
  const last = footnotes.map((note) => `*${note}*`).join('  \n');
  return [`**${title}**  \n**${headline}**`, ...notes, ...lines, last]
    .filter((part) => part !== '')
    .join('\n\n');
}
