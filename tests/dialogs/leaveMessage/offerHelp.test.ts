import { describe, expect, it } from '@jest/globals';
import { offerHelp } from '../../../dialogs/leaveMessage/offerHelp.js';

const REFERENCE = { code: 'PEKRE12345', text: 'PEKRE12345', start: 0, end: 10 };

function offerFor(route: string, entities = {}): string[] {
  const desk = {
    understanding: { route: () => ({ route, entities }) },
    translate: (_language: string, key: string) => key,
    answers: { findQuestion: (topic: string) => topic },
    timeZone: 'UTC',
  };
  const context = { voice: { language: 'en' }, now: new Date(0) };
  return offerHelp('what was left', context as never, desk as never).map(({ lead }) => lead);
}

describe('help at once with what a message says', () => {
  it.each([
    ['dialog:baggage-claim', ['dialog:baggage-claim']],
    ['dialog:baggage-claim-status', ['dialog:baggage-claim', 'dialog:baggage-claim-status']],
    ['dialog:complaint-status', ['dialog:complaint', 'dialog:complaint-status']],
    ['faq:baggage.power-bank', ['faq:baggage.power-bank']],
    ['handoff', []],
    ['none', []],
    ['clarify', []],
    ['smalltalk:thanks', []],
  ])('%s', (route, offered) => {
    expect(offerFor(route)).toEqual(offered);
  });

  it('is the look-up alone where a reference is named', () => {
    expect(offerFor('dialog:baggage-claim-status', { fileReferences: [REFERENCE] })).toEqual([
      'dialog:baggage-claim-status',
    ]);
  });
});
