import { FloorJournal } from '../../../services/desk/floorJournal.js';
import { HandoffDesk } from '../../../services/desk/handoffDesk.js';
import { describeHandoffs } from '../../contracts/handoffs.js';
import { MemoryEventLog } from '../../contracts/memoryEventLog.js';
import { SettableClock } from '../../conversations/settableClock.js';
import { at, describeAgent, RULES } from './floors.js';

describeHandoffs("the service's own desk", async () => {
  const clock = new SettableClock(at(0));
  const eventLog = new MemoryEventLog();
  let ids = 0;
  const parts = { clock, eventLog, rules: RULES, createId: () => `id-${(ids += 1)}` };
  let journal = new FloorJournal(parts);
  let desk = new HandoffDesk({ ...parts, journal });
  await desk.act({ type: 'arrive', agent: describeAgent('li', { role: 'supervisor' }) });
  const find = async (conversation: string) => {
    const standing = await desk.findStanding(conversation);
    return 'handoff' in standing ? standing.handoff : '';
  };
  return {
    handoffs: desk,
    take: async (conversation) => {
      await desk.take({ type: 'take', agent: 'li', handoff: await find(conversation) });
    },
    end: async (conversation) => {
      const token = (await desk.findHeld(conversation))!.lease.token;
      await desk.act({ type: 'end', handoff: await find(conversation), token, disposition: 'solved' });
    },
    reopen: () => {
      journal.close();
      journal = new FloorJournal(parts);
      desk = new HandoffDesk({ ...parts, journal });
      return Promise.resolve(desk);
    },
    dispose: () => Promise.resolve(journal.close()),
  };
});
