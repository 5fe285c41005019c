import type { Desk, Passenger } from '../desk.js';
import { listQuickStarts } from '../leads.js';
import type { Outcome } from '../outcome.js';

/** The desk's first words: who answers, in which languages, and the four main jobs. */
export function welcome({ language }: Passenger, desk: Desk): Outcome {
  const { airline } = desk.answers.readPolicy(language);
  const name = typeof airline === 'object' ? airline['name'] : undefined;
  const notice = typeof airline === 'object' ? airline['demoNotice'] : undefined;
  const greeting = desk.translate(language, 'desk:welcome', { airline: name });
  return {
    replies: [
      {
        text: typeof notice === 'string' ? `${greeting}\n\n*${notice}*` : greeting,
        offers: listQuickStarts(desk.translate, language),
        trace: { route: 'smalltalk:greeting' },
      },
    ],
  };
}
