import { beforeEach, describe, expect, it } from '@jest/globals';
import { CannedReplies, type CannedReply } from '../../../services/desk/cannedReplies.js';
import { MemoryEventLog } from '../../contracts/memoryEventLog.js';
import { SettableClock } from '../../conversations/settableClock.js';
import { at } from './floors.js';

function describeReply(id: string, en = `Text of ${id}`): CannedReply {
  return { id, title: { en: id, zh: `标题 ${id}` }, text: { en, zh: `内容 ${id}` } };
}

describe('canned replies', () => {
  let replies: CannedReplies;

  beforeEach(() => {
    const startingSet = [describeReply('hello'), describeReply('bye')];
    replies = new CannedReplies({
      eventLog: new MemoryEventLog(),
      clock: new SettableClock(at(0)),
      startingSet,
    });
  });

  it('begin with a starting set, changed, added to and thinned out by supervisors', async () => {
    await replies.save(describeReply('hello', 'Good day'), 'agent:boss');
    await replies.save(describeReply('wait'), 'agent:boss');
    await replies.remove('bye', 'agent:boss');
    await replies.remove('unknown', 'agent:boss');
    expect((await replies.list()).map(({ id, text }) => [id, text.en])).toEqual([
      ['hello', 'Good day'],
      ['wait', 'Text of wait'],
    ]);
    await replies.save(describeReply('bye'), 'agent:boss');
    expect((await replies.list()).map(({ id }) => id)).toEqual(['bye', 'hello', 'wait']);
  });

  it.each<[string, object]>([
    ['one language', { text: { en: 'Hello', zh: ' ' } }],
    ['an id that is none', { id: '../x' }],
    ['a text without end', { text: { en: 'x'.repeat(3000), zh: 'x' } }],
  ])('are refused with %s', async (_name, wrong) => {
    const saving = replies.save({ ...describeReply('x'), ...wrong }, 'agent:boss');
    await expect(saving).rejects.toMatchObject({ code: 'desk.canned-invalid' });
    expect(await replies.list()).toHaveLength(2);
  });
});
