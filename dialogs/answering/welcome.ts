import type { Desk, Passenger } from '../desk.js';
import { listQuickStarts } from '../leads.js';
import type { Outcome } from '../outcome.js';

/** The desk's first words: who answers, in which languages, and the four main jobs. */
export function welcome({ language }: Passenger, desk: Desk): Outcome {
  const { airline, demoNotice } = desk.answers.readFacts(language);
  const greeting = desk.translate(language, 'desk:welcome', { airline });
  return {
    replies: [
      {
        text: demoNotice === undefined ? greeting : `${greeting}\n\n*${demoNotice}*`,
        offers: listQuickStarts(desk.translate, language),
        trace: { route: 'smalltalk:greeting' },
      },
    ],
  };
}
