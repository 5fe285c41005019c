import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Language } from '../../../locales/language.js';
import { openCaseDesk } from '../../conversations/openCaseDesk.js';
import { ScriptedHandoffs } from '../../conversations/scriptedHandoffs.js';
import { Talk } from '../../conversations/talk.js';

let handoffs: ScriptedHandoffs;

beforeEach(() => {
  handoffs = new ScriptedHandoffs();
});

function start(language: Language = 'en', { withCases = true } = {}): Promise<Talk> {
  return Talk.start({
    language,
    equip: (ground) => ({ handoffs, ...(withCases && { cases: openCaseDesk(ground) }) }),
  });
}

async function sayAll(talk: Talk, texts: readonly string[]): Promise<string> {
  let last = '';
  for (const text of texts) last = (await talk.say(text)).map((said) => said.text).join('\n\n');
  return last;
}

describe('a call for a person', () => {
  it.each<[string, Language, string[], object]>([
    ['asked for', 'en', ['agent'], { topic: 'handoff', reason: 'asked', priority: 'normal' }],
    [
      'after an answer',
      'zh-Hans',
      ['登机箱多大可以带上飞机？', '转人工'],
      { topic: 'faq:baggage.carry-on-size', reason: 'asked', priority: 'normal' },
    ],
    [
      'after two misunderstandings',
      'en',
      ['blurb grrr', 'xyzzy plugh', 'Talk to a person'],
      { reason: 'not-understood', priority: 'normal' },
    ],
    [
      'in the middle of a form',
      'en',
      ['My bag never arrived', 'agent'],
      { topic: 'dialog:baggage-claim', reason: 'dialog', priority: 'normal' },
    ],
    [
      'in the middle of asking for assistance',
      'zh-Hant',
      ['我需要輪椅', '真人'],
      { topic: 'dialog:special-assistance', reason: 'dialog', priority: 'assistance', language: 'zh-Hant' },
    ],
    ['in danger', 'en', ['my wife has fainted'], { reason: 'emergency', priority: 'emergency' }],
    [
      'in danger, in the middle of an account, which is taken down',
      'en',
      ['I want to complain', 'My wife has fainted on your flight and nobody came'],
      { topic: 'dialog:complaint', reason: 'emergency', priority: 'emergency' },
    ],
  ])('%s tells the desk what it needs', async (_what, language, texts, expected) => {
    const talk = await start(language);
    await sayAll(talk, texts);
    expect(handoffs.requests).toHaveLength(1);
    expect(handoffs.requests[0]).toMatchObject({
      conversation: 'test:talk',
      language,
      reference: { channelId: 'test', conversation: { id: 'talk' } },
      ...expected,
    });
  });

  it.each<[Language, string, string]>([
    ['en', 'agent', 'You are number 3 in line. The wait is about 9 minutes.'],
    ['zh-Hans', '人工', '您排在第3位。预计还要等9分钟左右。'],
    ['zh-Hant', '真人', '您排在第3位。預計還要等9分鐘左右。'],
  ])('tells the place and the wait in %s', async (language, text, expected) => {
    expect(await sayAll(await start(language), [text])).toContain(expected);
  });

  it('offers no messages where none can be taken, and never says a wait nobody can know', async () => {
    handoffs.staffing = 'none';
    const talk = await start('en', { withCases: false });
    const [said] = await talk.say('agent');
    expect(said!.text).not.toMatch(/message|minutes/);
    expect(said!.offers).toEqual(['Leave the queue']);
  });

  it('finds a place once taken, however often it is asked for', async () => {
    const talk = await start();
    await sayAll(talk, ['agent', 'agent', 'I want to talk to a person', 'Talk to a person']);
    expect(handoffs.requests).toHaveLength(1);
    expect(handoffs.left).toEqual([]);
  });

  it('is taken once when the turn dies after it and is run again', async () => {
    const talk = await start();
    talk.failNextSave();
    const message = { type: 'message', id: 'call-1', text: 'agent' };
    await expect(talk.send(message)).rejects.toThrow('not saved');
    talk.restart();
    const [said] = await talk.send(message);
    expect(handoffs.requests).toHaveLength(1);
    expect(said!.text).toContain('You are number 3 in line.');
  });

  it('becomes an emergency when one befalls the passenger who waits, and once only', async () => {
    const talk = await start();
    const said = await sayAll(talk, ['agent', 'my father has chest pain']);
    expect(handoffs.requests.map(({ priority }) => priority)).toEqual(['normal', 'emergency']);
    expect(said).toContain('ahead of everybody else');
    await talk.say('he is not breathing');
    expect(handoffs.requests).toHaveLength(2);
  });

  it('says that somebody comes at once where somebody does', async () => {
    handoffs.agent = 'Wang';
    expect(await sayAll(await start(), ['agent'])).toMatch(/^I am putting you through/);
  });
});

describe('a desk that does not answer', () => {
  it.each<[Language, string, string, string[]]>([
    ['en', 'agent', 'I cannot reach our agents', ['Leave a message', 'Have me called back']],
    ['zh-Hans', '转人工', '联系不上人工客服', ['留言', '预约回电']],
    ['zh-Hant', '轉真人', '聯絡不上真人客服', ['留言', '預約回電']],
  ])('is admitted, with the line and a message instead, in %s', async (language, text, words, offers) => {
    handoffs.isReachable = false;
    const [said] = await (await start(language)).say(text);
    expect(said!.text).toContain(words);
    expect(said!.text).toContain('400-000-7333');
    expect(said!.offers).toEqual(offers);
  });

  it('keeps nobody from an answer', async () => {
    const talk = await start();
    await talk.say('agent');
    handoffs.isReachable = false;
    expect(await sayAll(talk, ['How heavy can my carry-on be?'])).toContain('8 kg');
    expect(await sayAll(talk, ['leave the queue'])).not.toContain('You have left');
    handoffs.isReachable = true;
    expect(await sayAll(talk, ['how long?'])).toContain('You are still in the queue');
  });
});

describe('a place in the queue', () => {
  it('is told once when it gets better, and not when it does not', async () => {
    const talk = await start();
    await talk.say('agent');
    expect(await sayAll(talk, ['hello'])).toBe('Hello! How can I help?');
    handoffs.ahead = 4;
    expect(await sayAll(talk, ['hello'])).toBe('Hello! How can I help?');
    handoffs.ahead = 1;
    expect(await sayAll(talk, ['hello'])).toContain('*You are now number 2 in line for a person.*');
    expect(await sayAll(talk, ['hello'])).toBe('Hello! How can I help?');
    handoffs.ahead = 0;
    expect(await sayAll(talk, ['hello'])).toContain('*You are now next in line for a person.*');
  });

  it('is forgotten when the desk has no such passenger any more', async () => {
    const talk = await start();
    await talk.say('agent');
    handoffs.end();
    expect(await sayAll(talk, ['hello'])).toBe('Hello! How can I help?');
    expect((await talk.say('how long?'))[0]!.route).not.toBe('handoff');
  });

  it('is not given up by a word meant for a form', async () => {
    const talk = await start();
    await sayAll(talk, ['My bag never arrived', 'agent', 'cancel']);
    expect(handoffs.left).toEqual([]);
  });
});

describe('the article about reaching a person', () => {
  it('has a button to reach one', async () => {
    const [said] = await (await start()).say('What is the phone number of the desk?');
    expect(said).toMatchObject({ route: 'faq:service.talk-to-human' });
    expect(said!.offers[0]).toBe('Talk to a person');
  });
});
