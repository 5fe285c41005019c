import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Language } from '../../locales/language.js';
import { openCaseDesk } from './openCaseDesk.js';
import { Talk } from './talk.js';

interface Telling {
  readonly language: Language;
  readonly words: readonly string[];
  /** What the three buttons under the read-back say. */
  readonly buttons: readonly string[];
  readonly nothing: string;
  readonly skip: string;
}

const TELLINGS: readonly Telling[] = [
  {
    language: 'en',
    words: [
      'my bag from MU5137 to PVG yesterday never arrived, tag 0781234567',
      ...[
        'John Smith',
        'black hard shell suitcase',
        'john@example.com',
        'Hotel Lisboa, room 512, Macau',
        'skip',
      ],
    ],
    buttons: ['Yes, file it', 'Change something', 'Cancel'],
    nothing: 'Change nothing',
    skip: 'skip',
  },
  {
    language: 'zh-Hans',
    words: [
      '我昨天坐MU5137到浦东，行李没到，行李牌0781234567',
      ...['张伟', '黑色硬壳箱', '13800000000', '上海市南京路1号', '跳过'],
    ],
    buttons: ['确认提交', '修改内容', '取消'],
    nothing: '不用修改',
    skip: '跳过',
  },
  {
    language: 'zh-Hant',
    words: [
      '我昨天坐MU5137到浦東，行李沒到，行李牌0781234567',
      ...['張偉', '黑色硬殼箱', '0912345678', '台北市信義路一號', '跳過'],
    ],
    buttons: ['確認送出', '修改內容', '取消'],
    nothing: '不用修改',
    skip: '跳過',
  },
];

describe.each(TELLINGS)(
  'the read-back of a claim ($language)',
  ({ language, words, buttons, nothing, skip }) => {
    let talk: Talk;

    beforeEach(async () => {
      talk = await Talk.start({ language, equip: (ground) => ({ cases: openCaseDesk(ground) }) });
      for (const each of words) await talk.say(each);
    });

    it('has few buttons, and every value behind one of them', async () => {
      const [review] = await talk.say(nothing);
      expect(review!.offers).toEqual(buttons);
      const [list] = await talk.say(buttons[1]!);
      const lines = review!.text.split('\n').filter((line) => line.startsWith('- '));
      const values = lines.map((line) => /\*\*(.+)\*\*/.exec(line)![1]);
      expect(list!.offers).toEqual([...values, nothing]);
    });

    it('comes back from the question for any of them, the rest as it was', async () => {
      const [review] = await talk.say(nothing);
      const labels = (await talk.say(buttons[1]!))[0]!.offers.slice(0, -1);
      await talk.say(nothing);
      for (const label of labels) {
        await talk.say(buttons[1]!);
        const [question] = await talk.say(label);
        expect(question!.text).not.toBe(review!.text);
        expect(await talk.say(skip)).toEqual([review]);
      }
    });
  },
);
