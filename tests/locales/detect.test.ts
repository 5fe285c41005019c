import { describe, expect, it } from '@jest/globals';
import { detectLanguage } from '../../locales/detect.js';
import { findLanguageChoice } from '../../locales/languageChoice.js';
import type { Language } from '../../locales/language.js';

describe('detectLanguage', () => {
  const cases: [string, Language | undefined, Language | undefined][] = [
    ['Where is my bag?', undefined, 'en'],
    ['where is my bag', 'zh-Hans', 'en'],
    ['hello', 'zh-Hans', 'en'],
    ['行李没到怎么办', 'en', 'zh-Hans'],
    ['行李沒到怎麼辦', 'en', 'zh-Hant'],
    ['請問登機證在哪裡拿', 'zh-Hans', 'zh-Hant'],
    ['请问登机牌在哪里拿', 'zh-Hant', 'zh-Hans'],
    ['我嘅行李喺邊', 'en', 'zh-Hant'],
    ['你好', 'zh-Hant', 'zh-Hant'],
    ['你好', 'en', 'zh-Hans'],
    ['你好', undefined, 'zh-Hans'],
    ['我的boarding pass', 'en', undefined],
    ['我的boarding pass', 'zh-Hans', undefined],
    ['我的boarding pass', 'zh-Hant', undefined],
    ['我的boarding pass', undefined, 'zh-Hans'],
    ['飞机上有WiFi吗', 'en', 'zh-Hans'],
    ['CA1501到了吗', 'en', 'zh-Hans'],
    ['CA1501', 'zh-Hans', undefined],
    ['CA1501', 'en', undefined],
    ['ＣＡ１５０１', 'zh-Hant', undefined],
    ['mu 5137', 'zh-Hans', undefined],
    ['PVG', 'zh-Hans', undefined],
    ['0781234567', 'en', undefined],
    ['👍', 'zh-Hans', undefined],
    ['', 'zh-Hans', undefined],
    ['Zhang Wei', 'zh-Hans', undefined],
    ['someone@example.com', 'zh-Hant', undefined],
    ['https://www.example.com/a/b', 'zh-Hans', undefined],
    ['T3航站楼在哪', 'en', 'zh-Hans'],
    ['ok', 'zh-Hans', undefined],
    ['餐食改成清真', 'zh-Hant', 'zh-Hant'],
    ['餐食改成清真', 'en', 'zh-Hans'],
  ];
  it.each(cases)('%j in a conversation in %s is %s', (text, current, expected) => {
    expect(detectLanguage(text, current)).toBe(expected);
  });
});

describe('findLanguageChoice', () => {
  const cases: [string, Language, Language | undefined][] = [
    ['English please', 'zh-Hans', 'en'],
    ['in english', 'en', 'en'],
    ['说中文', 'en', 'zh-Hans'],
    ['講中文', 'en', 'zh-Hant'],
    ['繁體', 'en', 'zh-Hant'],
    ['请用繁体字', 'zh-Hans', 'zh-Hant'],
    ['换成简体', 'zh-Hant', 'zh-Hans'],
    ["I don't understand English", 'en', 'zh-Hans'],
    ['sorry, can you speak Mandarin', 'en', 'zh-Hans'],
    ['我不会英语', 'en', 'zh-Hans'],
    ['不要中文', 'zh-Hans', 'en'],
    ['why do you answer in Chinese, I want English', 'zh-Hans', 'en'],
    ['Traditional Chinese rather than simplified', 'zh-Hans', 'zh-Hant'],
    ['hello', 'en', undefined],
  ];
  it.each(cases)('%j in a conversation in %s asks for %s', (text, current, expected) => {
    expect(findLanguageChoice(text, current)).toBe(expected);
  });
});
