import { beforeEach, describe, expect, it } from '@jest/globals';
import { HandoffNotes } from '../../../services/desk/handoffNotes.js';
import { MemoryEventLog } from '../../contracts/memoryEventLog.js';
import { SettableClock } from '../../conversations/settableClock.js';
import { at } from './floors.js';

const LI = { agent: 'li', agentName: 'Li' };
const BOSS = { agent: 'boss', agentName: 'Boss' };

describe('what is kept of a talk', () => {
  let eventLog: MemoryEventLog;
  let notes: HandoffNotes;

  beforeEach(() => {
    eventLog = new MemoryEventLog();
    notes = new HandoffNotes({ eventLog, clock: new SettableClock(at(0)) });
  });

  it('is nothing for an unknown one', async () => {
    expect(await notes.read('none')).toEqual({ notes: [] });
  });

  it('are notes and supervisors’ acts in their order, how it ended, and what the passenger thought', async () => {
    const first = await notes.add('a', { ...LI, kind: 'note', text: ' has two bags ' });
    await notes.recordAct('a', { ...BOSS, act: 'watched' });
    await notes.add('a', { ...BOSS, kind: 'whisper', text: 'offer a voucher' });
    await notes.recordEnd('a', { ...LI, disposition: 'solved', text: 'all well' });
    await notes.record({ handoff: 'a', score: 2 });
    await notes.record({ handoff: 'a', score: 5, words: '谢谢' });
    await notes.add('b', { ...LI, kind: 'note', text: 'of another chat' });
    expect(first).toEqual({ at: at(0).toISOString(), ...LI, kind: 'note', text: 'has two bags' });
    expect(await notes.read('a')).toEqual({
      notes: [
        first,
        { at: first.at, ...BOSS, kind: 'supervisor', text: 'watched' },
        { at: first.at, ...BOSS, kind: 'whisper', text: 'offer a voucher' },
        { at: first.at, ...LI, kind: 'note', text: 'all well' },
      ],
      disposition: 'solved',
      survey: { handoff: 'a', score: 5, words: '谢谢' },
    });
    expect((await eventLog.read('handoff/a')).map(({ actor }) => actor)).toEqual([
      'agent:li',
      'agent:boss',
      'agent:boss',
      'agent:li',
      'bot',
      'bot',
    ]);
  });

  it('keeps no words where the passenger left them empty', async () => {
    await notes.record({ handoff: 'a', score: 3, words: '  ' });
    expect((await notes.read('a')).survey).toEqual({ handoff: 'a', score: 3 });
  });

  it.each<[string, (notes: HandoffNotes) => Promise<unknown>]>([
    ['an empty note', (to) => to.add('a', { ...LI, kind: 'note', text: ' ' })],
    ['a note far too long', (to) => to.add('a', { ...LI, kind: 'note', text: 'x'.repeat(9999) })],
    ['a score beyond the scale', (to) => to.record({ handoff: 'a', score: 6 })],
    ['half a point', (to) => to.record({ handoff: 'a', score: 2.5 })],
  ])('refuses %s', async (_name, keep) => {
    await expect(keep(notes)).rejects.toMatchObject({ code: 'desk.note-invalid' });
    expect(await notes.read('a')).toEqual({ notes: [] });
  });

  it('passes over what others keep of the same handoff', async () => {
    const event = { type: 'relayed', time: at(0).toISOString(), actor: 'system', data: {} };
    await eventLog.append('handoff/a', [event], 'any');
    expect(await notes.read('a')).toEqual({ notes: [] });
  });
});
