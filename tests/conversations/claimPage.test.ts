import { describe, expect, it } from '@jest/globals';
import { openCaseDesk } from './openCaseDesk.js';
import { openFiledCases } from './filedCases.js';
import { Talk } from './talk.js';

const pages = { reach: (channelId: string) => channelId === 'test' };
const REPORT = [
  'my bag from MU5137 to PVG yesterday never arrived, tag 0781234567',
  ...['John Smith', 'black hard shell suitcase', 'john@example.com', 'Hotel Lisboa, room 512', 'skip'],
];
const LINK = '[See the whole report, to print or save](redeye:page)';

describe('a claim with a page of its own', () => {
  it('is linked to where it was filed, in place of a message with all of it', async () => {
    const talk = await Talk.start({ equip: (ground) => ({ cases: openCaseDesk(ground), pages }) });
    for (const words of REPORT) await talk.say(words);
    const said = await talk.say('yes');
    expect(said).toHaveLength(1);
    expect(said[0]!.text).toContain(LINK);
    const [reference] = /[A-Z]{3}RE\d{5}/.exec(said[0]!.text)!;
    expect(said[0]).toMatchObject({ page: { kind: 'claim', reference, language: 'en' } });
  });

  it('is linked to where it was looked up, and nowhere else', async () => {
    const talk = await Talk.start({
      language: 'zh-Hans',
      equip: (ground) => ({ cases: openFiledCases(ground), pages }),
    });
    await talk.say('我申报的行李PVGRE78420有消息吗');
    const [found] = await talk.say('李');
    expect(found!.text).toContain('](redeye:page)');
    expect(found).toMatchObject({ page: { reference: 'PVGRE78420', language: 'zh-Hans' } });
    const [next] = await talk.say('补充信息');
    expect(next!.text).not.toContain('redeye:page');
    expect(next).not.toHaveProperty('page');
  });

  it('is promised to nobody whose channel cannot be given an address', async () => {
    const nowhere = { reach: () => false };
    const talk = await Talk.start({
      equip: (ground) => ({ cases: openFiledCases(ground), pages: nowhere }),
    });
    const said = await talk.say('Any news of my bag PVGRE78420, family name Li?');
    expect(said.map(({ text }) => text).join()).not.toMatch(/redeye:page|print/);
  });
});
