/**
 * Words after which passengers write something that must not be kept, as regular expressions over text in
 * lower case with half-width digits and punctuation. Longer words come before those they begin with.
 */
export const SENSITIVE_WORDS = {
  booking: [
    'pnr',
    'record locator',
    '(?:booking|reservation|confirmation) (?:reference|ref|code|number|no|id|locator)',
    '(?:booking|reservation)(?=\\s*[:=#])',
    '订座(?:记录)?(?:编号|编码|号码|号)?',
    '(?:预订|预定|订位|定座|定位)(?:参考)?(?:编号|编码|代号|代码|号码|号)',
    '(?:訂位|訂座|預訂|預定)(?:紀錄|記錄|參考)?(?:編號|編碼|代號|代碼|號碼|號)',
  ],
  passport: ['passport', '护照', '護照', 'travel document', '通行证', '通行證', '证件', '證件'],
  phone: [
    '(?:tele)?phone',
    'mobile',
    'cell(?:phone)?',
    'tel',
    'whatsapp',
    'wechat',
    '(?:call|reach|text|ring) me (?:at|on)',
    '(?:联系)?电话',
    '(?:聯絡|聯繫|連絡)?電話',
    '手机',
    '手機',
    '联系方式',
    '聯絡方式',
    '致电',
    '致電',
    '微信',
  ],
  /** What may stand between such a word and what it announces. */
  between: ['number', 'no', 'code', 'is', 'was', '号码', '號碼', '号', '號', '码', '碼', '是', '为', '為'],
} as const;

/** Currencies, units and months that make six characters look like a booking reference. */
export const HARMLESS_CODES = {
  units: [
    'CNY',
    'RMB',
    'USD',
    'EUR',
    'GBP',
    'HKD',
    'TWD',
    'NTD',
    'MOP',
    'JPY',
    'KRW',
    'SGD',
    'AUD',
    'CAD',
    'CHF',
    'THB',
    'SDR',
    'KGS?',
    'LBS?',
    'CM',
    'MM',
    'KM',
    'ML',
    'WH',
    'MAH',
    'MIN',
    'HRS?',
    'AM',
    'PM',
    'MB',
    'GB',
  ],
  months: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
} as const;
