import type { CaseDesk } from '../../services/cases/caseDesk.js';
import { openCases } from '../../services/cases/openCases.js';
import type { Clock } from '../../services/clock.js';
import type { EventLog } from '../../services/eventLog.js';
import { MemoryAgenda } from '../contracts/memoryAgenda.js';
import { RULES } from '../services/cases/desk.js';

/** The airline's cases in memory, by the rules of the small corpus. */
export function openCaseDesk(ground: { eventLog: EventLog; clock: Clock }): CaseDesk {
  return openCases({ ...ground, agenda: new MemoryAgenda(), rules: RULES, notify: () => Promise.resolve() })
    .desk;
}
