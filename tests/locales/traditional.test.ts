import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { findCommand } from '../../dialogs/form/commands.js';
import { FormLexicon } from '../../dialogs/form/lexicon.js';
import { readYesNo } from '../../dialogs/form/yesNo.js';
import { toTraditional } from '../../locales/chineseScripts.js';
import { loadWords } from '../../locales/index.js';
import {
  listAirlines,
  listAirports,
  listCities,
  nameAirline,
  nameAirport,
  nameCity,
} from '../../locales/places/index.js';

type Tree = { readonly [key: string]: unknown };

const root = new URL('../../', import.meta.url);

/** What readers in Taiwan take for another place's words, or for a mistake of the conversion. */
const FOREIGN = [
  ...[
    '提交',
    '信息',
    '視頻',
    '短信',
    '登機牌',
    '登機口',
    '航站樓',
    '值機',
    '托運',
    '充電寶',
    '郵箱',
    '打印',
    '默認',
  ],
  ...[
    '質量',
    '公交',
    '出租車',
    '酒店',
    '網上',
    '二維碼',
    '里程',
    '身份',
    '賬',
    '釐米',
    '厘米',
    '邊檢',
    '擺渡',
    '乘務',
  ],
  ...[
    '公務艙',
    '客票',
    '反饋',
    '渠道',
    '坐席',
    '小票',
    '報銷',
    '殘疾',
    '普通話',
    '營銷',
    '工單',
    '我國',
    '代金券',
  ],
  ...[
    '蒙特利爾',
    '希思羅',
    '洗漱',
    '衛生間',
    '餐食',
    '辦結',
    '航司',
    '空管',
    '安保',
    '在崗',
    '回復',
    '中轉',
    '軟件',
  ],
  ...[
    '程式碼',
    '型別',
    '演算法',
    '宣告',
    '稽核',
    '許可權',
    '繫結',
    '座點陣圖',
    '電子電子',
    '使用者口簿',
    '天后',
  ],
  ...['訂單隻', '收據隻', '別隻', '籤證', '籤字', '過境籤', '免籤', '係好', '孕周', '}}周', '客服線上，'],
];

function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

function readTree(path: string): Tree {
  const text = readFileSync(new URL(path, root), 'utf8');
  return (path.endsWith('.json') ? JSON.parse(text) : parse(text)) as Tree;
}

function override(base: unknown, own: unknown): string[] {
  if (typeof base === 'string') return [typeof own === 'string' ? own : toTraditional(base)];
  return Object.entries(base as Tree).flatMap(([key, each]) =>
    override(each, (own as Tree | undefined)?.[key]),
  );
}

/** All the desk's own words; lists of words to recognise are never shown. */
function listLocales(): string[] {
  const overrides = readdirSync(new URL('locales/zh-Hant/overrides/', root));
  return readdirSync(new URL('locales/zh-Hans/', root)).flatMap((file) => {
    const own = overrides.includes(file) ? readTree(`locales/zh-Hant/overrides/${file}`) : {};
    return override(readTree(`locales/zh-Hans/${file}`), own).filter((text) => !text.includes('|'));
  });
}

interface Entry {
  readonly questions?: { readonly zh?: readonly string[] };
  readonly answer?: { readonly zh?: string; readonly 'zh-Hant'?: string };
}

/** The articles' answers and first questions, and the policy, as they go out. */
function listArticles(): string[] {
  const entries = readdirSync(new URL('faq/content/', root)).flatMap(
    (file) => readTree(`faq/content/${file}`) as unknown as Entry[],
  );
  const articles = entries.flatMap(({ answer, questions }) => [
    answer?.['zh-Hant'] ?? toTraditional(answer?.zh ?? ''),
    toTraditional(questions?.zh?.[0] ?? ''),
  ]);
  return [...articles, ...listTexts(readTree('faq/policy.yaml')).map(toTraditional)];
}

function listPlaces(): string[] {
  return [
    ...listCities().map(({ code }) => nameCity(code, 'zh-Hant')),
    ...listAirports().map(({ code }) => nameAirport(code, 'zh-Hant')),
    ...listAirlines().map(({ iata }) => nameAirline(iata, 'zh-Hant')),
  ];
}

describe('Traditional Chinese as Taiwan writes it', () => {
  it.each([
    ['请提交护照和身份证的照片。', '請送出護照和身分證的照片。'],
    ['电子行程单可用于报销。', '電子機票收據可用於報帳。'],
    ['请在航站楼的值机柜台办理托运。', '請在航廈的報到櫃檯辦理託運。'],
    ['登机口和登机牌', '登機門和登機證'],
    ['充电宝不能托运。', '行動電源不能託運。'],
    ['我们会发短信到您的手机和邮箱。', '我們會發簡訊到您的手機和電子郵件。'],
    ['网上值机可以打印二维码。', '線上報到可以列印QR Code。'],
    ['网上有假冒客服，请以官网上的为准。', '網路上有假冒客服，請以官網上的為準。'],
    ['里程什么时候到账？', '哩程什麼時候入帳？'],
    ['中转时要过边检，坐摆渡车。', '轉機時要過證照查驗，坐接駁車。'],
    ['请回复“人工”。', '請回覆「人工」。'],
    ['孕周满{{weeks}}周', '孕週滿{{weeks}}週'],
    ['不能免签，要先签证；行李上贴标签', '不能免簽，要先簽證；行李上貼標籤'],
    ['代码共享航班由其他航司承运', '共掛班號航班由其他航空公司承運'],
    ['一个订单只能用一次', '一個訂單只能用一次'],
    ['请系好安全带', '請繫好安全帶'],
    ['公务舱旅客请找乘务员', '商務艙旅客請找空服員'],
    ['可以通过[我的行程](x)办理', '可以透過[我的行程](x)辦理'],
    ['审核通过后，{{days}}天后退款', '審核通過後，{{days}}天後退款'],
    ['《蒙特利尔公约》', '《蒙特婁公約》'],
    ['适用我国《民用航空法》', '適用中國大陸《民用航空法》'],
  ])('%s', (simplified, traditional) => {
    expect(toTraditional(simplified)).toBe(traditional);
  });

  it.each([
    ['LHR', '倫敦希斯洛'],
    ['JFK', '紐約甘迺迪'],
    ['LAX', '洛杉磯'],
    ['SFO', '舊金山'],
    ['IAH', '休士頓布希'],
    ['SYD', '雪梨京斯佛·史密斯'],
    ['CBR', '坎培拉'],
    ['FLR', '佛羅倫斯'],
    ['CMB', '可倫坡班達拉奈克'],
    ['YYZ', '多倫多皮爾森'],
    ['MRU', '模里西斯'],
  ])('the airport %s', (code, name) => {
    expect(nameAirport(code, 'zh-Hant')).toBe(name);
  });

  it.each([
    ['the desk’s words', listLocales],
    ['the articles', listArticles],
    ['the places', listPlaces],
  ])('has none of the foreign words in %s', (_what, list) => {
    const texts = list();
    expect(texts.length).toBeGreaterThan(100);
    const found = texts.flatMap((text) =>
      FOREIGN.filter((word) => text.includes(word)).map((word) => `${word}: ${text.slice(0, 80)}`),
    );
    expect(found).toEqual([]);
  });
});

describe('buttons in Traditional', () => {
  const { translate } = loadWords();
  const lexicon = new FormLexicon(translate);

  it.each([
    ['form:buttons.file', 'yes'],
    ['form:buttons.yes', 'yes'],
    ['form:buttons.no', 'no'],
  ] as const)('%s is understood as %s', (button, meaning) => {
    expect(readYesNo(translate('zh-Hant', button), lexicon)).toBe(meaning);
  });

  it.each([
    ['form:buttons.back', 'back'],
    ['form:buttons.help', 'help'],
    ['form:buttons.cancel', 'cancel'],
    ['form:buttons.restart', 'restart'],
    ['form:buttons.skip', 'skip'],
    ['form:buttons.keep', 'keep'],
    ['form:buttons.change', 'change'],
    ['form:buttons.changeNothing', 'continue'],
    ['desk:quickStarts.person', 'person'],
  ] as const)('%s is understood as %s', (button, command) => {
    expect(findCommand(translate('zh-Hant', button), lexicon)).toBe(command);
  });
});
