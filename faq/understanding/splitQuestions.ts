const ASKING = 'how|what|when|where|which|who|why|can|could|do|does|did|is|are|may|will|would|should';
const boundary = new RegExp(
  String.raw`(?<=[?？!！。；;\n])\s*|[.]\s+|,?\s+(?:and|also|plus|oh and)\s+(?=(?:also\s+)?(?:${ASKING})\b)|[，,]\s*|(?=还有|還有|另外|顺便|順便)`,
  'iu',
);
const englishQuestion = new RegExp(
  String.raw`^(?:and |also |plus |so |then |hi |hello |ok )*(?:${ASKING})\b|\?\s*$`,
  'i',
);
const chineseQuestion =
  /[吗嗎呢？]|怎[么麼样樣]|多少|多久|多大|多重|几|幾|什[么麼]|哪|能不能|可不可以|是否|要不要|有没有|有沒有|是不是|行不行/u;
const HAN = /\p{Script=Han}/u;
const connective = /^(?:[\s，,]*(?:还有|還有|另外|顺便|順便|以及|问一下|問一下|and|also|plus)\s*)+/iu;

/**
 * The questions of a message that asks two: "can I bring a power bank and how early should I be there?". Undefined where
 * it asks one, or more than two: a longer story is one matter.
 */
export function splitQuestions(text: string): readonly [string, string] | undefined {
  const questions = text
    .split(boundary)
    .map((part) => part?.trim() ?? '')
    .filter(isQuestion)
    .map((part) => part.replace(connective, ''));
  const [first, second, third] = questions;
  return first && second && third === undefined ? [first, second] : undefined;
}

function isQuestion(part: string): boolean {
  if (HAN.test(part)) return [...part].length >= 4 && chineseQuestion.test(part);
  return part.split(/\s+/).length >= 3 && englishQuestion.test(part);
}
