import { describe, expect, it } from '@jest/globals';
import type { CaseDesk } from '../../services/cases/caseDesk.js';
import { openCaseDesk } from './openCaseDesk.js';
import { Talk } from './talk.js';

const REPORT = [
  'my bag from MU5137 to PVG yesterday never arrived, tag 0781234567',
  'John Smith',
  'black hard shell suitcase',
  'john@example.com',
  'Hotel Lisboa, room 512, Macau',
  'skip',
];

async function startReport() {
  let cases: CaseDesk | undefined;
  const talk = await Talk.start({ equip: (ground) => ({ cases: (cases = openCaseDesk(ground)) }) });
  for (const words of REPORT) await talk.say(words);
  const listReferences = async () =>
    (await cases!.list({ kind: 'claim' })).cases.map(({ reference }) => reference);
  return { talk, listReferences };
}

describe('a claim sent twice', () => {
  it('is filed once when the turn dies after filing and is run again', async () => {
    const { talk, listReferences } = await startReport();
    talk.failNextSave();
    await expect(talk.send({ type: 'message', id: 'yes-1', text: 'yes' })).rejects.toThrow('not saved');
    expect(await listReferences()).toHaveLength(1);
    talk.restart();
    const [filed] = await talk.send({ type: 'message', id: 'yes-1', text: 'yes' });
    expect(await listReferences()).toHaveLength(1);
    expect(filed!.text).toContain((await listReferences())[0]);
  });

  it('is answered with the same words when the process dies after saving, before answering', async () => {
    const { talk, listReferences } = await startReport();
    talk.loseNextReplies();
    await expect(talk.send({ type: 'message', id: 'yes-1', text: 'yes' })).rejects.toThrow('not sent');
    talk.restart();
    const said = await talk.send({ type: 'message', id: 'yes-1', text: 'yes' });
    expect(said.map(({ text }) => text.split('.')[0])).toEqual([
      'Your report is filed',
      expect.stringContaining('Baggage report'),
    ]);
    expect(await listReferences()).toHaveLength(1);
  });

  it('shows its outcome again when the button is pressed twice', async () => {
    const { talk, listReferences } = await startReport();
    const first = await talk.say('Yes, file it');
    expect(await talk.say('Yes, file it')).toEqual(first);
    expect(await listReferences()).toHaveLength(1);
  });

  it('is filed once from two conversations', async () => {
    const { talk, listReferences } = await startReport();
    await talk.say('yes');
    const other = (text: string) =>
      talk.send({ type: 'message', text, conversation: { id: 'tab-2' } as never });
    for (const words of REPORT) await other(words);
    const [known] = await other('yes');
    expect(known!.text).toMatch(/^This report was filed already/);
    expect(known!.text).toContain((await listReferences())[0]);
    expect(await listReferences()).toHaveLength(1);
  });
});

describe('an answer whose turn is run again', () => {
  it('does not answer the next question', async () => {
    const { talk } = await startReport();
    await talk.say('no');
    await talk.say('the name');
    talk.loseNextReplies();
    const message = { type: 'message', id: 'name-1', text: 'Jane Smith' };
    await expect(talk.send(message)).rejects.toThrow('not sent');
    talk.restart();
    const [said] = await talk.send(message);
    expect(said!.text).toContain('Changed – Name: John Smith → Jane Smith.');
    expect(said!.text).not.toContain('**Appearance**: Jane Smith');
  });
});
