import { describe, expect, it } from '@jest/globals';
import type { Desk } from '../../dialogs/desk.js';
import { createForms } from '../../dialogs/forms.js';
import { loadCorpus } from '../../faq/corpus.js';
import { DIALOG_NAMES } from '../../faq/understanding/route.js';
import { DemoSource } from '../../services/flights/demoSource.js';
import { MemoryEventLog } from '../contracts/memoryEventLog.js';
import { openCaseDesk } from '../conversations/openCaseDesk.js';
import { SettableClock } from '../conversations/settableClock.js';
import { createTestDesk } from '../conversations/testDesk.js';

async function openDesk(): Promise<Desk> {
  const clock = new SettableClock(new Date('2026-11-22T10:00:00Z'));
  const eventLog = new MemoryEventLog();
  const desk = await createTestDesk(clock, eventLog);
  return { ...desk, cases: openCaseDesk({ eventLog, clock }), flights: new DemoSource(clock) };
}

describe('the dialogs of a desk with all it needs', () => {
  it('are all there is a route to, and the message to the staff', async () => {
    const names = [...DIALOG_NAMES, 'leave-message', 'assistance-status', 'message-status'];
    expect(Object.keys(createForms(await openDesk())).sort()).toEqual(names.sort());
  });

  it('are what the buttons under the answers of the airline start', async () => {
    const corpus = await loadCorpus(new URL('../../faq/', import.meta.url).pathname);
    const starts = [...corpus.articles.values()].flatMap(({ entry }) => entry.start ?? []);
    const forms = Object.keys(createForms(await openDesk()));
    expect(starts.length).toBeGreaterThan(10);
    expect(starts.filter((start) => !forms.includes(start.replace('dialog:', '')))).toEqual([]);
  });
});
