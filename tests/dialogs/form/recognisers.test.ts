import { describe, expect, it } from '@jest/globals';
import { matchChoices } from '../../../dialogs/form/choices.js';
import { findCommand } from '../../../dialogs/form/commands.js';
import { FormLexicon } from '../../../dialogs/form/lexicon.js';
import { readYesNo } from '../../../dialogs/form/yesNo.js';
import { loadWords } from '../../../locales/index.js';

const { translate } = loadWords();
const lexicon = new FormLexicon(translate);

describe('readYesNo', () => {
  it.each(
    (
      'yes|Yes!|y|yep|Yeah, sure|yup|correct|That’s right|ok|OK.|👍|sure, go ahead|Yes, file it|yes please|exactly|all correct, thanks|' +
      '是|是的|对|对的|對的|嗯|嗯嗯嗯|好|好的|好啊|可以|沒錯|没错|没问题|確認|系|係|係呀|得|确认提交|好的，提交吧|对，没错|可以，谢谢|行吧|ok啊'
    ).split('|'),
  )('%s is yes', (text) => expect(readYesNo(text, lexicon)).toBe('yes'));

  it.each(
    (
      'no|No.|nope|nah|no thanks|No, thank you|not right|wrong|that’s not right|not yet|👎|no no no|don’t|' +
      '不|不是|不对|不對|不用了|不用了谢谢|没有|沒有|不要|否|不行|唔使|唔係|唔使啦|錯了|先不要|不需要，谢谢|还没'
    ).split('|'),
  )('%s is no', (text) => expect(readYesNo(text, lexicon)).toBe('no'));

  it.each(
    (
      'no, it is MU5101|不对，航班号是MU5101|maybe|yesterday|nobody came|okay but change the date|是我妈妈的行李|好像丢了|不知道|' +
      'Norway|right side handle is broken|没收到行李|北京|对面|||?|可以赔多少'
    ).split('|'),
  )('%s is neither', (text) => expect(readYesNo(text, lexicon)).toBeUndefined());
});

describe('findCommand', () => {
  it.each([
    [
      'back',
      'back|Go back please|can you go back|上一步|返回吧|请返回上一步|返去|Back|I want to go back|上一步谢谢',
    ],
    [
      'cancel',
      'cancel|Cancel it|never mind|stop|取消|算了|算了吧|我不办了|取消申報|不弄了|i want to cancel|quit',
    ],
    ['restart', 'start over|restart|重新开始|從頭再來|我想重新填|let’s start again'],
    [
      'help',
      'help|?|Help with this step|这一步怎么填|什么意思|我不懂|what do you mean|为什么|where do i find it?|在哪里看？',
    ],
    [
      'person',
      'agent|a real person please|转人工|轉人工客服|人工|真人|找真人客服|I want to talk to a person|Talk to a person|转人工客服',
    ],
    ['skip', 'skip|Skip|跳过|不知道|我不知道|I don’t know|略過|没有照片|忘了|next'],
    ['keep', 'keep it|Keep it|保留|不變|不改了'],
    ['change', 'change something|我要改|修改|edit'],
    ['continue', 'go on|继续|繼續吧|let’s continue'],
    ['review', 'what do you have so far?|到哪一步了'],
  ] as const)('%s', (command, texts) => {
    for (const text of texts.split('|')) expect([text, findCommand(text, lexicon)]).toEqual([text, command]);
  });

  it.each([
    'They cancelled my flight and nobody helped',
    '他们取消了我的航班',
    'How do I cancel my booking?',
    'I went back to the desk',
    'my back hurts',
    '我要找我的箱子',
    '我不知道为什么箱子坏了',
    'agent Smith was rude',
    '人工智能',
    '',
  ])('%s is none', (text) => expect(findCommand(text, lexicon)).toBeUndefined());
});

describe('matchChoices', () => {
  const choices = [
    { value: 'delayed', label: 'It has not arrived', synonyms: 'not arrived|late|missing|没到|没收到' },
    { value: 'damaged', label: 'It is damaged', synonyms: 'broken|damage|damaged|坏|破损' },
    { value: 'contents', label: 'Something is missing from it', synonyms: 'stolen|少了东西' },
  ];
  const match = (text: string) => matchChoices(text, choices, lexicon).map(({ value }) => value);

  it.each([
    ['2', ['damaged']],
    ['2.', ['damaged']],
    ['no. 2', ['damaged']],
    ['number two', ['damaged']],
    ['the second one', ['damaged']],
    ['Second', ['damaged']],
    ['第二个', ['damaged']],
    ['选二', ['damaged']],
    ['最后一个', ['contents']],
    ['the last one', ['contents']],
    ['４', []],
    ['it is damaged', ['damaged']],
    ['IT IS DAMAGED!', ['damaged']],
    ['my handle is broken', ['damaged']],
    ['箱子坏了', ['damaged']],
    ['還沒到', ['delayed']],
    ['something is missing', ['delayed']],
    ['broken and stolen', ['damaged', 'contents']],
    ['arrived', ['delayed']],
    ['banana', []],
    ['', []],
    ['0', []],
    ['99', []],
  ])('%s', (text, values) => expect(match(text)).toEqual(values));
});
