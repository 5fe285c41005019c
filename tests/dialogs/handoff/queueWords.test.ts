import { describe, expect, it } from '@jest/globals';
import { FormLexicon } from '../../../dialogs/form/lexicon.js';
import { findQueueWish, wantsToEndTalk } from '../../../dialogs/handoff/queueWords.js';
import { loadWords } from '../../../locales/index.js';

const lexicon = new FormLexicon(loadWords().translate);

describe('words about the queue', () => {
  it.each([
    ['Leave the queue', 'leave'],
    ["I don't need an agent anymore, thanks", 'leave'],
    ['please take me out of the queue', 'leave'],
    ['不等了', 'leave'],
    ['不用人工了，谢谢', 'leave'],
    ['不用人工客服了', 'leave'],
    ['退出排隊', 'leave'],
    ['不想等了', 'leave'],
    ['End the talk', 'end'],
    ['結束人工對話', 'end'],
    ['back to the bot', 'end'],
    ['how long?', 'standing'],
    ['How much longer do I have to wait?', 'standing'],
    ['where am I in the queue', 'standing'],
    ['is anybody there?', 'standing'],
    ['还要等多久？', 'standing'],
    ['還要多久', 'standing'],
    ['排到第几了', 'standing'],
    ['前面還有幾個人？', 'standing'],
    ['有人吗', 'standing'],
    ['never mind', 'give-up'],
    ['算了', 'give-up'],
  ])('%s: %s', (text, wish) => {
    expect(findQueueWish(text, lexicon)).toBe(wish);
  });

  it.each([
    'how long does a refund take?',
    'How long is the flight to Tokyo?',
    '退款要多久',
    '行李多久能找到',
    'I do not want to wait for my refund',
    '我不等了，帮我退票',
    'the agent at the gate was rude',
    '',
  ])('are not in %p', (text) => {
    expect(findQueueWish(text, lexicon)).toBeUndefined();
  });
});

describe('in a talk with an agent', () => {
  it.each(['End the talk', 'end the chat please', '结束人工对话', '結束對話', 'Leave the queue'])(
    '%s ends it',
    (text) => {
      expect(wantsToEndTalk(text, lexicon)).toBe(true);
    },
  );

  it.each(['不等了', "I don't need an agent", 'how long?', '算了', 'bye', 'stop'])(
    '%s is for the agent to hear',
    (text) => {
      expect(wantsToEndTalk(text, lexicon)).toBe(false);
    },
  );
});
