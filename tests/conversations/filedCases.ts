import type { CaseDesk } from '../../services/cases/caseDesk.js';
import type { Clock } from '../../services/clock.js';
import type { EventLog } from '../../services/eventLog.js';
import { openCaseDesk } from './openCaseDesk.js';

const filer = { id: 'somebody', conversation: { id: 'elsewhere' }, language: 'en' };
const contact = { email: 'li.mei@example.com' };

/**
 * A case desk with cases in it already, all of Li Mei: complaints just filed (C-20261122-9VWNJ), answered
 * (C-20261122-F5L84) and closed (C-20261122-DLFMN), a bag that is looked for (PVGRE78420), and a wheelchair asked for
 * (A-20261122-6J49W).
 */
export function openFiledCases(ground: { eventLog: EventLog; clock: Clock }): CaseDesk {
  const desk = openCaseDesk(ground);
  const ready = fill(desk);
  return new Proxy(desk, {
    get(target, name: keyof CaseDesk) {
      const method = target[name].bind(target) as (...values: unknown[]) => unknown;
      if (name.startsWith('assess')) return method;
      return (...values: unknown[]) => ready.then(() => method(...values));
    },
  });
}

async function fill(desk: CaseDesk): Promise<void> {
  const complain = (key: string, text: string) =>
    desk.file('complaint', key, {
      category: 'staff-attitude',
      text,
      flight: 'RE123',
      date: '2026-11-20',
      name: 'LI/MEI',
      contact,
      filer,
    });
  await complain('filed', 'Nobody helped us at the gate.');
  const answered = (await complain('answered', 'The crew laughed at my father.')).case.reference;
  await desk.carryOut(
    'complaint',
    answered,
    { type: 'reply', text: 'We have spoken to the crew, and we apologise.' },
    'agent:wang',
  );
  const closed = (await complain('closed', 'The meal was cold twice.')).case.reference;
  await desk.carryOut(
    'complaint',
    closed,
    { type: 'reply', text: 'We are sorry about the meals.' },
    'agent:wang',
  );
  await desk.carryOut(
    'complaint',
    closed,
    { type: 'close', improvement: 'The ovens of this aircraft were replaced.' },
    'agent:wang',
  );
  const claim = await desk.file('claim', 'claim', {
    type: 'delayed',
    flight: 'MU5137',
    date: '2026-11-20',
    station: 'PVG',
    carriage: 'international',
    name: '李梅',
    tags: ['0781234567'],
    appearance: { words: 'black hard-shell suitcase' },
    contact,
    filer,
  });
  await desk.carryOut(
    'claim',
    claim.case.reference,
    { type: 'move', to: 'tracing', reason: 'Not on the belt.' },
    'agent:wang',
  );
  await desk.file('assistance', 'assistance', {
    needs: ['wheelchair-steps', 'meal-vegan'],
    flight: 'RE123',
    date: '2026-11-29',
    name: 'LI/MEI',
    contact,
    filer,
  });
}
