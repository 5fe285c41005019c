import { describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { choosePageLanguage } from '../../../../bot/channels/web/chooseLanguage.js';

describe('the language a page is rendered in', () => {
  it.each<[string, string, string | undefined, string | undefined, string, boolean]>([
    ['the address', '/?lang=zh-Hant', 'redeye-language=en', 'en-GB', 'zh-Hant', true],
    ['the address, by another tag', '/?lang=zh-HK', undefined, undefined, 'zh-Hant', true],
    ['an earlier choice', '/', 'a=b; redeye-language=zh-Hans', 'en-GB', 'zh-Hans', false],
    ['the browser', '/', undefined, 'zh-TW,zh;q=0.9,en;q=0.8', 'zh-Hant', false],
    ['the browser, by weight', '/', undefined, 'en;q=0.4, zh-CN;q=0.9', 'zh-Hans', false],
    ['the browser, of those we speak', '/', undefined, 'ja, fr;q=0.9, yue;q=0.5', 'zh-Hant', false],
    ['English where nothing fits', '/', undefined, 'fr, *;q=0.5', 'en', false],
    ['English where nothing is said', '/', undefined, undefined, 'en', false],
    ['no refused language', '/', undefined, 'zh;q=0, en;q=0.1', 'en', false],
    ['no nonsense', '/?lang=<script>', 'redeye-language=xx', ';;q=,', 'en', false],
  ])('follows %s', (_what, url, cookie, accepted, language, asked) => {
    const headers = { cookie, 'accept-language': accepted };
    expect(choosePageLanguage({ url, headers } as IncomingMessage)).toEqual({ language, asked });
  });
});
