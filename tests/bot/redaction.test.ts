import { describe, expect, it } from '@jest/globals';
import type { Activity } from 'botbuilder';
import fc from 'fast-check';
import { redactActivity, redactText } from '../../bot/redaction.js';

/** What is sensitive stands in braces: exactly that must be masked, and nothing else. */
const MASKED = [
  'my ID is {110101199003071234}',
  '身份证{11010119900307123X}，谢谢',
  '身份证：{110101 19900307 123x}',
  '{110101 1990 0307 1234}',
  '身份证号{110101900307123}',
  'HKID {A123456(7)}',
  '台胞 {A123456789}',
  '护照{E12345678}丢了',
  '护照号码是{EA1234567}',
  'passport number: {123456789}',
  'Passport no. is {e12345678}',
  '護照號碼：{K1234567A}',
  'card {4111 1111 1111 1111} please',
  'card {4111-1111-1111-1111}',
  '卡号{6222021234567890128}',
  'amex {3782 822463 10005}',
  '{378282246310005}',
  '我的手机是{13800138000}',
  'call {+86 138 0013 8000} or {138-0013-8000}',
  '打{1380 013 8000}',
  '{8613800138000}',
  '{+8613800138000} 5月3日',
  '座机{010-12345678}',
  '座机{(021) 87654321}',
  '{0755-1234567}',
  '{+86 10 1234 5678}',
  'ring {+44 20 7946 0958}',
  '{+1 (415) 555-2671}',
  '{0044 20 7946 0958}',
  '{(415) 555-2671} or {415-555-2671}',
  '手机{0912-345-678}',
  'My phone number is {91234567}',
  '电话：{9123 4567}',
  '聯絡電話是{0912345678}',
  'call me at {4155552671}',
  'mail {a.b-c+d@mail.example.com}.',
  '邮箱{zhang_san@163.com}谢谢',
  'PNR {QWERTY}',
  'pnr: {abcdef}? no: pnr: {abc12f}'.replace('{abcdef}', 'abcdef'),
  'booking reference is {AB1234}',
  'Booking: {QWERTZ}',
  'confirmation code {XK92LM}',
  '订座编号{JX8K2P}',
  '订座记录编号：{NABCD}',
  '预订编号是{KLMNOP}，航班CA1501',
  '訂位代號 {KX7Z9Q}',
  'it is {X7K2PM} I think',
  '我的手机是{１３８００１３８０００}',
  '身份证{１１０１０１１９９００３０７１２３Ｘ}',
  '订座编号：{ＪＸ８Ｋ２Ｐ}',
  '{ａ＠ｂ．ｃｎ}',
];

const KEPT = [
  'CA1501 明天到了吗',
  'flights MU5137, 3U8961, U28001, CX721A and 9C 8888',
  'booking for CA1501',
  'my booking CA1501 was cancelled',
  'bag tag 0781234567',
  '行李牌０７８１２３４５６７',
  'tag 0012345678 or CA123456 or U2123456',
  'file PEKCA12345, PEK3U12345, pekca12345',
  'complaint C-20261203-AB2CD',
  '投诉编号C-20261203-23456',
  'on 2026-12-03, 2026/12/3, 2026.12.03 and 20261203',
  '2026-12-03 2026-12-05 2026-12-07',
  '2026-12-03T08:00:00.000+08:00',
  'on 03DEC26 or 3DEC26',
  '2026年12月3日 14:05',
  'CNY 1,234,567.89 or 100CNY or USD100 or 300RMB',
  '1288821 SDR, 1519.00, ¥12,345',
  'bag of 1500KG, 1500ML, 20000MAH',
  'passport expires 2027-05-01',
  '护照有效期到2027年5月',
  'my booking please',
  'PNR number please help',
  'the hotel 20261203',
  '客服400-123-4567，4001234567',
  'call 95583',
  '电子客票 999-2345678901',
  'gate A12, seat 12A, T3, B737-800, row 30',
  'WCHR INAD UMNR',
  '#1A2B3C',
  'boarding at 10:30, 24hours, 3pieces',
  '',
  '🧳 \0 \ud800',
];

describe('masking', () => {
  it.each(MASKED)('%s', (marked) => {
    const text = marked.replace(/[{}]/g, '');
    const expected = marked.replace(/\{([^}]*)\}/g, (_, secret: string) =>
      secret.replace(/[\p{L}\p{N}]/gu, '•'),
    );
    expect(redactText(text)).toBe(expected);
  });

  it.each(KEPT)('leaves: %s', (text) => {
    expect(redactText(text)).toBe(text);
  });

  const anyText = fc
    .array(
      fc.oneof(
        fc.constantFrom(...[...MASKED, ...KEPT].map((text) => text.replace(/[{}]/g, ''))),
        fc.string({ unit: fc.constantFrom(...'0123456789AX+-() @.：号') }),
      ),
    )
    .map((parts) => parts.join(' '));

  it('changes nothing more the second time, and never the length', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = redactText(text);
        expect(once).toHaveLength(text.length);
        expect(redactText(once)).toBe(once);
      }),
    );
  });

  it.each(['1', 'a', '1 ', 'a@', '+1', 'phone ', '(', '1-', 'PNR: ', '\0', '１'])(
    'takes long runs of %p',
    (unit) => {
      const text = unit.repeat(100_000 / unit.length);
      expect(redactText(text)).toHaveLength(text.length);
    },
  );

  it('leaves what is public', () => {
    const publicTexts = ['+86 10 1234 5678', 'care@redeye.example'];
    expect(redactText('+86 10 1234 5678, care@redeye.example, me@redeye.example', publicTexts)).toBe(
      '+86 10 1234 5678, care@redeye.example, ••@••••••.•••••••',
    );
  });
});

describe('what only contains something public', () => {
  const publicTexts = ['110', '12326', '400-000-7333', '1060007333', 'care@redeye.example'];

  it.each([
    ['call 13811012345', 'call •••••••••••'],
    ['电话13811012345', '电话•••••••••••'],
    ['110101199001011237', '••••••••••••••••••'],
    ['4111 1100 0000 0005', '•••• •••• •••• ••••'],
    ['138-1101-2345', '•••-••••-••••'],
    ['13812326110', '•••••••••••'],
    ['mycare@redeye.example', '••••••@••••••.•••••••'],
    ['my.care@redeye.example', '••.••••@••••••.•••••••'],
  ])('is masked: %s', (text, masked) => {
    expect(redactText(text, publicTexts)).toBe(masked);
  });

  it.each([
    '拨110报警',
    '打12326',
    '客服400-000-7333。',
    'from 1060007333,',
    'write to care@redeye.example.',
  ])('stays where it is the public thing itself: %s', (text) => {
    expect(redactText(text, publicTexts)).toBe(text);
  });
});

describe('masking an activity', () => {
  const PHONE = '13800138000';
  const MASK = '•••••••••••';

  it('covers every text and leaves ids, links and the rest', () => {
    const activity: Partial<Activity> = {
      id: PHONE,
      type: 'message',
      timestamp: new Date(0),
      text: PHONE,
      speak: PHONE,
      summary: PHONE,
      value: { phone: PHONE, asNumber: 13800138000, list: [PHONE, null, true, 5] },
      channelData: { clientActivityID: PHONE, messageBack: { displayText: PHONE } },
      suggestedActions: { to: [], actions: [{ type: 'imBack', title: PHONE, value: PHONE }] },
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          contentUrl: `https://host/${PHONE}`,
          name: `${PHONE}.jpg`,
          content: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: `call ${PHONE}`, url: PHONE }] },
        },
      ],
    };
    const before = structuredClone(activity);
    expect(redactActivity(activity)).toEqual({
      id: PHONE,
      type: 'message',
      timestamp: new Date(0),
      text: MASK,
      speak: MASK,
      summary: MASK,
      value: { phone: MASK, asNumber: MASK, list: [MASK, null, true, 5] },
      channelData: { clientActivityID: PHONE, messageBack: { displayText: MASK } },
      suggestedActions: { to: [], actions: [{ type: 'imBack', title: MASK, value: MASK }] },
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          contentUrl: `https://host/${PHONE}`,
          name: `${MASK}.jpg`,
          content: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: `call ${MASK}`, url: PHONE }] },
        },
      ],
    });
    expect(activity).toEqual(before);
  });

  it('adds nothing to an activity without texts', () => {
    expect(redactActivity({ type: 'typing' })).toEqual({ type: 'typing' });
  });
});
