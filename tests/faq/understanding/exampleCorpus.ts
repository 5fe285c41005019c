import type { Example } from '../../../faq/corpus.js';
import type { Route } from '../../../faq/understanding/route.js';

const SUBJECTS: Readonly<Record<string, readonly [en: readonly string[], zh: readonly string[]]>> = {
  'faq:baggage.carry-on-size': [
    ['cabin bag size', 'how big may my hand luggage be', 'carry on weight limit', 'backpack under the seat'],
    ['随身行李多大', '登机箱尺寸限制', '手提行李几公斤', '双肩包能带上飞机吗'],
  ],
  'faq:special.pets': [
    ['can my dog fly', 'travelling with a cat', 'kennel for my puppy', 'pet in the hold'],
    ['能带狗吗', '猫怎么托运', '宠物航空箱', '小狗上飞机要什么证明'],
  ],
  'faq:change.refund-request': [
    ['refund my ticket', 'i want my money back', 'cancel my booking', 'cannot travel, give it back'],
    ['我要退票', '怎么退款', '不去了想退掉', '取消订单退钱'],
  ],
  'dialog:flight-status': [
    ['MU5137 on time', 'where is flight CA1501', 'is HU7605 delayed', 'has CZ3000 landed'],
    ['MU5137到哪了', 'CA1501准点吗', '航班HU7605延误了吗', 'CZ3000落地没有'],
  ],
  'smalltalk:greeting': [
    ['hello', 'hi there', 'good morning', 'hey you'],
    ['你好', '您好呀', '早上好', '哈喽'],
  ],
  none: [
    [
      'write me a poem',
      'best pizza in town',
      'what is the capital of peru',
      'my laptop is broken',
      'sing something nice',
      'a story about dragons',
      'how tall is that mountain',
      'play a song',
      'who won the match',
      'order pizza for dinner',
    ],
    [
      '讲个笑话',
      '明天下雨吗',
      '火锅怎么做',
      '彩票开什么号',
      '唱首歌',
      '这道题怎么解',
      '附近哪有咖啡',
      '电脑坏了',
    ],
  ],
};
const FRAMES = [
  ['', ''],
  ['please: ', ''],
  ['', ' today'],
  ['tell me, ', ' now'],
  ['', ' for my family'],
  ['question about ', ''],
  ['um ', ' ok'],
  ['', ' asap'],
] as const;

/** A small corpus in both languages with negative examples, large enough to learn and to calibrate from. */
export function listSmallCorpus(): Example[] {
  return Object.entries(SUBJECTS).flatMap(([route, [en, zh]]) => [
    ...FRAMES.flatMap(([before, after]) =>
      en.map((text) => ({ text: before + text + after, route: route as Route, language: 'en' as const })),
    ),
    ...['', '请问', '我想知道', '麻烦问一下'].flatMap((before) =>
      zh.map((text) => ({ text: before + text, route: route as Route, language: 'zh' as const })),
    ),
  ]);
}
