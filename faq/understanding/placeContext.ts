/** What stands around a name and says that it is, or is not, a place. */

const TRAVEL_BEFORE =
  /(?:[从到飞往去至回由自抵在离]|\b(?:from|to|in|into|via|at|near|for|leaving|reach|visit|fly|flying) |[→>~/-] ?)$/;
const TRAVEL_AFTER_CHINESE = /^ ?(?:[→>到飞至-]|机场|国际机场|出发|起飞|落地|转机|中转)/;
const TRAVEL_AFTER_LATIN = /^ ?(?:[→>到飞至-]|to\b|airport\b|international\b|机场|flights?\b|$)/;
const SENTENCE_GOES_ON =
  /^ (?!(?:to|on|from|airport|and|or|flight|via|today|tomorrow|next|at|with|by|in)\b)[a-z]/;

export function hasTravelAround(text: string, start: number, end: number): boolean {
  return hasTravelBefore(text, start) || TRAVEL_AFTER_CHINESE.test(text.slice(end, end + 6));
}

export function hasTravelBefore(text: string, start: number): boolean {
  return TRAVEL_BEFORE.test(text.slice(Math.max(0, start - 10), start));
}

/** "Flying to nice" but not "to nice people": words of travel before it, and no noun that it would describe. */
export function stoodAsPlace(text: string, start: number, end: number): boolean {
  return hasTravelBefore(text, start) && !SENTENCE_GOES_ON.test(text.slice(end, end + 14));
}

export function hasTravelAroundLatin(text: string, start: number, end: number): boolean {
  return hasTravelBefore(text, start) || TRAVEL_AFTER_LATIN.test(text.slice(end, end + 14));
}

const NAME_GOES_ON = /^ ?(?:航空|航(?!班|线|站)|airlines?\b|airways\b|air\b|express\b|公约|convention\b)/;

/** Part of another name: Shanghai Airlines, Air Macau, the Montreal Convention. */
export function isInOtherName(text: string, start: number, end: number): boolean {
  return (
    NAME_GOES_ON.test(text.slice(end, end + 11)) || /\bair $/.test(text.slice(Math.max(0, start - 5), start))
  );
}

/** Where two words meet and their edge spells a place: what precedes and follows the name then. */
const FALSE_EDGES: Readonly<
  Record<string, readonly [before: RegExp | undefined, after: RegExp | undefined]>
> = {
  上海: [/[早晚网线马身路车船机]$/, /^(?:航|南|口|关|外|鲜|滩|上|拉尔)/],
  成都: [/[改变换做弄当]$/, /^[可不没行要是]/],
  重庆: [undefined, /^祝/],
  西安: [/[东山江广陕]$/, undefined],
  天津: [/[今明昨后每几两]$/, undefined],
  天水: [/[今明昨后每几两半]$/, undefined],
  安顺: [/[平]$/, undefined],
  长治: [undefined, /^久/],
  大同: [undefined, /^小异/],
  普洱: [undefined, /^茶/],
  大理: [undefined, /^[石由]/],
  哈密: [undefined, /^瓜/],
  包头: [undefined, /^等/],
  中卫: [/其$/, /^[生星视]/],
  台北: [/[柜前后站月平]$/, undefined],
  台中: [/[柜前后站平]$/, undefined],
  台东: [/[柜前后站平]$/, undefined],
  台南: [/[柜前后站平]$/, undefined],
  东京: [/[山广]$/, /^东/],
  北京: [/[东西]$/, undefined],
  南通: [/[云海]$/, undefined],
  长沙: [undefined, /^发(?!往|出|车)/],
  达州: [/到$/, undefined],
  罗马: [undefined, /^尼亚/],
  里加: [/[哪这那里]$/, undefined],
  马累: [/[下上]$/, undefined],
};

/** A name that only the edges of two other words spell: 晚|上海|航, 东西|安检. */
export function isFalseEdge(name: string, text: string, start: number): boolean {
  const edges = FALSE_EDGES[name];
  if (!edges) return false;
  const [before, after] = edges;
  const end = start + name.length;
  const isBefore = before?.test(text.slice(Math.max(0, start - 1), start)) ?? true;
  const isAfter = after?.test(text.slice(end, end + 3)) ?? true;
  return isBefore && isAfter;
}
