import { ConverterFactory } from 'opencc-js/core';
import { from, to } from 'opencc-js/preset/cn2t';
import { Converter as createToSimplified } from 'opencc-js/t2cn';
import { readFileSync } from 'node:fs';

type Convert = (text: string) => string;

let simplify: Convert | undefined;
let traditionalise: Convert | undefined;

/** Traditional characters (any region) to Simplified; for matching, never shown. */
export function toSimplified(text: string): string {
  return (simplify ??= createToSimplified({ from: 't', to: 'cn' }))(text);
}

/**
 * Simplified to Traditional as Taiwan writes it, with the airline's own terms (`zh-Hant/terms.json`) put right:
 * OpenCC knows characters and general words, but not that a 登机牌 is a 登機證.
 */
export function toTraditional(text: string): string {
  return (traditionalise ??= composeTraditional())(text);
}

function composeTraditional(): Convert {
  const terms = JSON.parse(readFileSync(new URL('./zh-Hant/terms.json', import.meta.url), 'utf8')) as Record<
    string,
    string
  >;
  // Without OpenCC's own segmentation, whose second copy of the dictionary costs 40 MB and changes one line in a thousand.
  const convert = ConverterFactory(...from.cn, ...to.twp);
  const putTermsRight = ConverterFactory([Object.entries(terms)]);
  return (text) => putTermsRight(convert(text));
}

/** Every character that Simplified writing uses where Traditional has another; some are in use in both. */
export function listSimplifiedForms(): string[] {
  const pairs = from.cn.flat().flatMap((dictionary) => dictionary.split('|'));
  return pairs.flatMap((pair) => {
    const [simplified = '', traditional] = pair.split(' ');
    return [...simplified].length === 1 && simplified !== traditional ? [simplified] : [];
  });
}
