/** Longer than any message people type; a text beyond it is cut rather than refused, and the bot told so. */
const MAX_TEXT_CHARACTERS = 16_000;

/** The beginning of a text that is too long, never half a character, and how many characters were left out. */
export function cutText(text: string | undefined): { text: string | undefined; removed: number } {
  if (text === undefined || text.length <= MAX_TEXT_CHARACTERS) return { text, removed: 0 };
  const lastUnit = text.charCodeAt(MAX_TEXT_CHARACTERS - 1);
  const splitsPair = lastUnit >= 0xd800 && lastUnit <= 0xdbff;
  const kept = text.slice(0, splitsPair ? MAX_TEXT_CHARACTERS - 1 : MAX_TEXT_CHARACTERS);
  return { text: kept, removed: text.length - kept.length };
}
