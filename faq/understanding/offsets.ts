import { toSimplified } from '../../locales/chineseScripts.js';
import type { Span } from './entities.js';

/** A text in the form entities are looked for, which remembers where each of its characters stood. */
export interface FoldedText {
  readonly original: string;
  /** Compatibility forms and accents folded, dashes made hyphens, invisible characters gone, Simplified. */
  readonly cased: string;
  /** `cased` in lower case, of the same length. */
  readonly lower: string;
  /** The original's span of `cased.slice(start, end)`. */
  locate(start: number, end: number): Span;
}

const PLAIN = /^[\t\n\r -~\u4e00-\u9fff\u3001\u3002]*$/;
const HAN = /[\u3400-\u9fff]/;
const DASHES = /[\u2010-\u2015\u2212]/;
const INVISIBLE = /[\p{Mn}\p{Cf}]/gu;

export function foldText(original: string): FoldedText {
  if (PLAIN.test(original)) {
    const cased = simplifyKeepingLength(original);
    return new Folded(original, cased);
  }
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let position = 0;
  for (const character of original) {
    const form = foldCharacter(character);
    for (let unit = 0; unit < form.length; unit += 1) {
      starts.push(position);
      ends.push(position + character.length);
    }
    folded += form;
    position += character.length;
  }
  return new Folded(original, simplifyKeepingLength(folded), starts, ends);
}

class Folded implements FoldedText {
  readonly lower: string;

  constructor(
    readonly original: string,
    readonly cased: string,
    private readonly starts?: readonly number[],
    private readonly ends?: readonly number[],
  ) {
    const lower = cased.toLowerCase();
    this.lower = lower.length === cased.length ? lower : cased;
  }

  locate(start: number, end: number): Span {
    const from = this.starts?.[start] ?? start;
    const to = this.ends?.[end - 1] ?? end;
    return { text: this.original.slice(from, to), start: from, end: to };
  }
}

function foldCharacter(character: string): string {
  if (character >= ' ' && character <= '~') return character;
  if (DASHES.test(character)) return '-';
  return character.normalize('NFKD').replace(INVISIBLE, '').normalize('NFKC');
}

/** OpenCC goes by phrases; a phrase of another length would shift every span after it. */
function simplifyKeepingLength(text: string): string {
  if (!HAN.test(text)) return text;
  const whole = toSimplified(text);
  if (whole.length === text.length) return whole;
  return Array.from(text, (character) => {
    const simple = toSimplified(character);
    return simple.length === character.length ? simple : character;
  }).join('');
}
