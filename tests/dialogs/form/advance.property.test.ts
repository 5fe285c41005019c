import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { advanceForm, beginForm } from '../../../dialogs/form/advance.js';
import { quoteValue } from '../../../dialogs/form/quote.js';
import { selectSlots, type FormState } from '../../../dialogs/form/state.js';
import type { FormStep, Meaning } from '../../../dialogs/form/step.js';
import { createContext, createFile, createInput, demoForm, NO_MEANING, NOW } from './demoForm.js';

const ANSWERS = [
  ...[
    'MU5137',
    'MU5101',
    'my flight was CA1501',
    'yesterday',
    '2 November',
    '3/11/2026',
    '昨天',
    '11月3日',
    'tomorrow',
  ],
  ...[
    'John Smith',
    '张伟',
    '我叫李梅',
    '0781234567',
    'RE728359',
    'a@b.example',
    '+86 138 0000 0000',
    '1',
    '2',
    'the last',
  ],
  ...[
    'The crew was rude and my bag fell apart.',
    '他们很不礼貌，箱子也坏了。',
    'x',
    '12',
    '?',
    '',
    '😀',
    '第二个',
  ],
];
const CORRECTIONS = [
  ...[
    'no, the flight is CX721',
    '不对，航班号是MU5101',
    'sorry, the date was 3 November',
    'change the tag',
    '不对，是昨天',
  ],
  ...[
    'change the name to Mary Poppins',
    'actually it was RE111111',
    'the flight number is KA900',
    '改一下姓名',
    'no, nothing',
  ],
];
const COMMANDS = [
  ...[
    'back',
    '上一步',
    'cancel',
    '取消',
    'restart',
    '重新开始',
    'help',
    '?',
    'skip',
    '跳过',
    'keep it',
    'continue',
  ],
  ...[
    'change',
    'what do you have so far',
    'a person please',
    'yes',
    'no',
    '是的',
    '不用了',
    'Yes, file it',
    'No, go on',
  ],
];
const QUESTIONS: [string, Meaning][] = [
  [
    'How much do you pay for a lost bag?',
    { route: 'faq:baggage-claim.liability-limit', score: 0.95, candidates: [] },
  ],
  ['我要投诉', { route: 'dialog:complaint', score: 0.99, candidates: [] }],
  ['Check my flight status please?', { route: 'dialog:flight-status', score: 0.99, candidates: [] }],
  ['hello', { route: 'smalltalk:greeting', score: 0.99, candidates: [] }],
];

/** What a passenger says who does as asked. */
const RIGHT: Readonly<Record<string, string>> = {
  kind: '2',
  flight: 'MU5137',
  date: 'yesterday',
  name: 'John Smith',
  tag: '0781234567',
  story: 'The crew was rude and my bag fell apart.',
  contact: 'a@b.example',
  photos: 'skip',
};

interface Message {
  /** The right answer to what is asked, where it is undefined. */
  readonly text: string | undefined;
  readonly meaning: Meaning;
  readonly photo: boolean;
  /** Minutes before it is sent. */
  readonly pause: number;
}

const message: fc.Arbitrary<Message> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constant({ text: undefined, meaning: NO_MEANING, photo: false, pause: 0 }),
  },
  fc.record({
    text: fc.constantFrom(...ANSWERS, ...CORRECTIONS, ...COMMANDS),
    meaning: fc.constant(NO_MEANING),
    photo: fc.boolean(),
    pause: fc.constantFrom(0, 1, 45),
  }),
  fc.record({
    text: fc.string({ unit: 'grapheme', maxLength: 40 }),
    meaning: fc.constant(NO_MEANING),
    photo: fc.constant(false),
    pause: fc.constant(0),
  }),
  fc.constantFrom(...QUESTIONS).map(([text, meaning]) => ({ text, meaning, photo: false, pause: 0 })),
);

interface Moment {
  readonly before: FormState;
  readonly step: FormStep;
  readonly text: string;
}

/** Says all messages, one after the other, and returns what happened at each. */
function talk(messages: readonly Message[], language: 'en' | 'zh-Hans' | 'zh-Hant'): Moment[] {
  let now = NOW.getTime();
  let { state } = beginForm(demoForm, createInput(''), createContext(language), 'key');
  const moments: Moment[] = [];
  for (const { text: said, meaning, photo, pause } of messages) {
    const text = said ?? (state.pending ? 'no' : (RIGHT[state.asking ?? ''] ?? 'yes'));
    now += pause * 60_000;
    const input = createInput(text, photo ? [createFile(`photo-${moments.length}`)] : []);
    const context = createContext(language, new Date(now));
    const step = advanceForm({ definition: demoForm, context, input, meaning }, state);
    moments.push({ before: state, step, text });
    if (step.effect?.kind === 'cancel' || step.effect?.kind === 'submit' || step.effect?.kind === 'leave')
      break;
    state = JSON.parse(JSON.stringify(step.state)) as FormState;
  }
  return moments;
}

const conversation = fc.tuple(
  fc.array(message, { maxLength: 40, size: 'max' }),
  fc.constantFrom('en' as const, 'zh-Hans' as const, 'zh-Hant' as const),
);
const RUNS = { numRuns: 500 };

describe('a form, whatever is said to it', () => {
  it('never throws, and always says something or has something done', () => {
    fc.assert(
      fc.property(conversation, ([messages, language]) => {
        for (const { step } of talk(messages, language)) {
          const speaks = step.speech.paragraphs.join('').trim() !== '';
          expect(speaks || step.effect !== undefined).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('never loses or replaces what was told without saying from what to what', () => {
    fc.assert(
      fc.property(conversation, ([messages, language]) => {
        const { voice } = createContext(language);
        for (const { before, step } of talk(messages, language)) {
          if (step.speech.paragraphs.includes(voice.say('form:restarted'))) continue;
          for (const field of demoForm.fields) {
            const [old, now] = [before.slots[field.name], step.state.slots[field.name]];
            if (old === undefined || JSON.stringify(old) === JSON.stringify(now)) continue;
            expect(now).toBeDefined();
            const text = step.speech.paragraphs.join('\n');
            if (!field.gathers) expect(text).toContain(quoteValue(field, old, voice));
            expect(text).toContain(quoteValue(field, now!, voice));
          }
        }
      }),
      RUNS,
    );
  });

  it('is carried out only after a yes to a read-back of exactly these values', () => {
    let submitted = 0;
    fc.assert(
      fc.property(conversation, ([messages, language]) => {
        const { voice } = createContext(language);
        let shown = '';
        for (const { before, step } of talk(messages, language)) {
          if (step.effect?.kind === 'submit') {
            submitted += 1;
            expect(before.phase).toBe('reviewing');
            for (const field of demoForm.fields) {
              const value = selectSlots(demoForm, step.state.slots)[field.name];
              if (value !== undefined) expect(shown).toContain(field.show(value, voice));
            }
            expect(step.state.slots).toEqual(before.slots);
          }
          // A read-back counts until anything else about the values is said.
          if (step.speech.paragraphs.some((each) => each.startsWith(voice.say('form:review.intro')))) {
            shown = step.speech.paragraphs.join('\n');
          }
        }
      }),
      RUNS,
    );
    expect(submitted).toBeGreaterThan(50);
  });

  it('is cancelled or left only on request', () => {
    fc.assert(
      fc.property(conversation, ([messages, language]) => {
        for (const { before, step } of talk(messages, language)) {
          if (step.effect?.kind !== 'cancel') continue;
          const isEmpty = Object.keys(before.slots).length === 0;
          expect(isEmpty || before.pending?.kind === 'cancel').toBe(true);
        }
      }),
      RUNS,
    );
  });
});
