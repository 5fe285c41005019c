/**
 * What is said not to be meant: "not a refund, I want to rebook", 不是要退票，是要改签. Only where what is meant is said beside it:
 * "I do not have my bag" and 我不能退票吗 are not about anything else.
 */
const WANTED = String.raw`(?:but )?(?:i|we|id|i'd|we'd|i'm|just|rather|only|it'?s|please|looking|asking)\b`;
const englishFirst = new RegExp(
  String.raw`(?:\b(?:i|we) (?:do not|don['’]?t|didn['’]?t) (?:want|need|mean)|\b(?:i['’]?m |i am |it['’]?s |it is |this is |that['’]?s )?not(?: asking| looking| here| calling| trying)?(?: for| about)?|\binstead of)(?: to)? [^,.;:!?，]{2,40}(?:[,.;!—-]+\s*|\s+(?=but\b))(?=${WANTED})`,
  'i',
);
const englishLast = /,\s*(?:and )?not (?:a |an |the |my |to |for |about )?[\w' -]{3,30}[.!?]?\s*$/i;
const SELF = '(?:我們?|我们)?';
const chineseFirst = new RegExp(
  `${SELF}(?:不是|並不是|并不是|不想|不要|不打算|沒想|没想|沒說|没说)(?:要|想|说|說|问|問|来|來)?[^，,。；;！!？?]{1,12}[，,。；;！! ]+(?:我們?|我们)?(?=而?是|想|要|只是|只想|就想|就是|打算)`,
  'u',
);
const chineseLast =
  /[，,。；; ]+(?:我們?|我们)?(?:而?不是|并不是|並不是)(?:要|想|说|說|问|問)?[^，,。；;！!？?]{1,8}[。！!]?\s*$/u;

const HAN = /\p{Script=Han}/u;
/** What remains has to be a request of its own. */
const SHORTEST = { words: 2, characters: 3 };

/** The text without what the passenger says they do not mean; unchanged where that is all there is. */
export function dropNegated(text: string): string {
  const isChinese = HAN.test(text);
  const patterns = isChinese ? [chineseFirst, chineseLast] : [englishFirst, englishLast];
  for (const pattern of patterns) {
    const rest = text.replace(pattern, ' ').trim();
    const isRequest = isChinese
      ? [...rest].length >= SHORTEST.characters
      : rest.split(/\s+/).length >= SHORTEST.words;
    if (rest !== text.trim() && isRequest) return rest;
  }
  return text;
}
