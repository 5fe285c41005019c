import { describe, expect, it } from '@jest/globals';
import { composeCaseNotice, findNoticeLead } from '../../dialogs/caseNotices.js';
import { extractEntities } from '../../faq/understanding/extractEntities.js';
import { loadWords } from '../../locales/index.js';
import { LANGUAGES, type Language } from '../../locales/language.js';
import type { CaseNews, CaseNotice } from '../../services/cases/caseNotice.js';
import type { CaseKind } from '../../services/cases/caseKinds.js';

const { translate } = loadWords();
const DESK = {
  translate,
  timeZone: 'Asia/Shanghai',
  answers: { readPolicy: () => ({ house: { complaintFirstAnswerHours: 24, messageAnswerHours: 24 } }) },
};
const REFERENCES = {
  claim: 'PVGRE12345',
  complaint: 'C-20261122-ABCDE',
  assistance: 'A-20261122-ABCDE',
  message: 'M-20261122-ABCDE',
};

function compose(kind: CaseKind, news: CaseNews, language: Language = 'en', isHeld = false) {
  const filer: CaseNotice['filer'] = { id: 'li', conversation: {}, language };
  const notice: CaseNotice = { id: 'notice', kind, reference: REFERENCES[kind], news, filer };
  return composeCaseNotice(notice, language, DESK, isHeld);
}

describe('a notice to a passenger', () => {
  it('asks for a rating when a complaint is closed, and names the improvement', () => {
    expect(compose('complaint', { what: 'closed', outcome: 'New ovens.' })).toEqual([
      {
        text:
          'News about your complaint **C-20261122-ABCDE**:\n\nIt is closed. This was improved:\n\nNew ovens.\n\n' +
          'How satisfied are you with how it was handled, from 1 (not at all) to 5 (very)?',
        offers: [5, 4, 3, 2, 1].map((score) => ({
          words: `Rate C-20261122-ABCDE: ${score}`,
          lead: 'dialog:complaint-status',
        })),
        trace: { route: 'dialog:complaint-status' },
      },
    ]);
  });

  it.each<[string, CaseKind, CaseNews, Language, string]>([
    [
      'an answer to a complaint',
      'complaint',
      { what: 'replied', text: 'We are sorry.' },
      'en',
      'News about your complaint **C-20261122-ABCDE**:\n\nThere is a written answer:\n\nWe are sorry.\n\nIs that settled for you? You can accept it, or take your complaint to the next level.',
    ],
    [
      'a late answer',
      'complaint',
      { what: 'escalated', level: 2 },
      'zh-Hans',
      '您的投诉 **C-20261122-ABCDE** 有新消息：\n\n答复超时，投诉已自动升级，现在是第2级（共三级）。让您久等，很抱歉。',
    ],
    [
      'a bag that was found',
      'claim',
      { what: 'status-changed', to: 'located', reason: 'In Tokyo.' },
      'en',
      'News about your baggage report **PVGRE12345**:\n\nThe bag has been found and is on its way to the airport near you.\n\nIn Tokyo.',
    ],
    [
      'a time limit',
      'claim',
      { what: 'deadline-near', name: 'damage-notice', day: '2026-12-01' },
      'en',
      'News about your baggage report **PVGRE12345**:\n\nA time limit ends on 1 December 2026: last day to complain in writing about damage or missing contents.',
    ],
    [
      'a wheelchair that is confirmed',
      'assistance',
      { what: 'status-changed', to: 'confirmed', reason: '輪椅已安排。' },
      'zh-Hant',
      '您的特殊服務申請 **A-20261122-ABCDE** 有新訊息：\n\n您的申請已確認。\n\n輪椅已安排。',
    ],
    [
      'an answer to a message',
      'message',
      { what: 'replied', text: '退款三天内到账。' },
      'zh-Hans',
      '您的留言 **M-20261122-ABCDE** 有新消息：\n\n工作人员答复：\n\n退款三天内到账。',
    ],
    [
      'a message that is settled',
      'message',
      { what: 'closed', outcome: 'We called you.' },
      'en',
      'News about your message **M-20261122-ABCDE**:\n\nIt is settled. We called you.',
    ],
    [
      'a bag an agent reported',
      'claim',
      { what: 'filed' },
      'en',
      'Our agent has filed a baggage report for you: **PVGRE12345**. With this reference and the family name on it you can follow it here at any time.',
    ],
    [
      'a complaint an agent filed, with the promise',
      'complaint',
      { what: 'filed', answerBy: '2026-11-23T10:00:00Z' },
      'zh-Hant',
      '客服已為您送出投訴，編號 **C-20261122-ABCDE**。24小時內書面答覆您，晝夜不停，最遲2026年11月23日 18:00 (GMT+8)。',
    ],
    [
      'a message an agent took down, with the promise',
      'message',
      { what: 'filed', answerBy: '2026-11-23T10:00:00Z' },
      'en',
      'Our agent has taken down a message for you: **M-20261122-ABCDE**. It is answered within 24 hours, day or night: by 23 November 2026 at 18:00 (GMT+8).',
    ],
    [
      'a call an agent noted',
      'message',
      { what: 'filed', callBack: '2026-11-23T10:00:00Z' },
      'zh-Hans',
      '客服已为您登记回电，编号 **M-20261122-ABCDE**。我们会在2026年11月23日 18:00 (GMT+8)左右打给您。',
    ],
    [
      'help that cannot be given',
      'assistance',
      { what: 'status-changed', to: 'declined', reason: 'No stretcher fits.' },
      'en',
      'News about your assistance request **A-20261122-ABCDE**:\n\nWe are sorry: we cannot provide this.\n\nNo stretcher fits.',
    ],
  ])('tells of %s', (_what, kind, news, language, text) => {
    expect(compose(kind, news, language)[0]!.text).toBe(text);
  });

  it.each(LANGUAGES)('has buttons that are understood later, in %s', (language) => {
    const replies = [
      ...compose('complaint', { what: 'closed', outcome: 'New ovens.' }, language),
      ...compose('complaint', { what: 'replied', text: 'Sorry.' }, language),
      ...compose('claim', { what: 'replied', text: 'Sorry.' }, language),
    ];
    const offers = replies.flatMap((reply) => reply.offers ?? []);
    expect(offers).toHaveLength(7);
    for (const { words, lead } of offers) {
      const context = { now: new Date('2026-11-22T10:00:00Z'), timeZone: 'Asia/Shanghai', language };
      expect(findNoticeLead(words, extractEntities(words, context), translate)).toBe(lead);
    }
  });

  it('has the one button that ends the talk while a person speaks', () => {
    const [reply] = compose('complaint', { what: 'replied', text: 'Sorry.' }, 'en', true);
    expect(reply!.offers).toEqual([{ words: 'End the talk', lead: 'handoff:leave' }]);
  });

  it('leads nowhere from other words with a reference in them', () => {
    const text = 'C-20261122-ABCDE';
    const entities = { complaintReferences: [{ code: text, text, start: 0, end: text.length }] };
    expect(findNoticeLead(text, entities, translate)).toBeUndefined();
  });
});
