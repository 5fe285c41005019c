import type { Place } from './placeNames.js';

/** A place at [start, end) of the folded text. */
export interface PlaceMatch extends Place {
  readonly start: number;
  readonly end: number;
  readonly role?: 'origin' | 'destination';
}

const AIRPORT = '(?:市|省|机场|国际机场|首都机场| ?(?:international )?airport)?';
const BETWEEN = new RegExp(
  `^${AIRPORT} ?(?:直?飞往?|到|至|去往?|前往|往|回|to|(?:-|=)*>|-{1,2}|→|~|/) ?(?:the )?$`,
);
const FROM_BEFORE = /(?:从|由|自|离开|\b(?:from|leaving|departing|departed|depart|left|out of)) ?(?:the )?$/;
const TO_BEFORE =
  /(?:到|去|飞|往|至|回|抵达|到达|\b(?:to|into|reach|reached|reaching|(?:leav(?:e|es|ing)|bound|head(?:ed|ing)|flights?) for|(?:arriv(?:e|ed|es|ing)|land(?:ed|ing|s)?) (?:in|at))) ?(?:the )?$/;
const FROM_AFTER = new RegExp(`^${AIRPORT} ?(?:出发|起飞|始发|离港|飞(?!机|行))`);
const TO_AFTER = new RegExp(`^${AIRPORT} ?(?:落地|降落|-bound\\b|bound\\b)`);
const CHANGE_AFTER = new RegExp(`^${AIRPORT} ?(?:转机|中转|转乘|经停|过境)`);

/** Marks the start and the end of a journey where the words around the places say so. */
export function assignRoles(text: string, places: readonly PlaceMatch[]): PlaceMatch[] {
  return places.map((place, index) => {
    const previous = places[index - 1];
    const next = places[index + 1];
    const before = text.slice(Math.max(previous?.end ?? 0, place.start - 16), place.start);
    const after = text.slice(place.end, Math.min(next?.start ?? text.length, place.end + 16));
    const role = chooseRole(before, after, previous !== undefined, next !== undefined);
    return role ? { ...place, role } : place;
  });
}

function chooseRole(before: string, after: string, hasPrevious: boolean, hasNext: boolean) {
  if (CHANGE_AFTER.test(after)) return undefined;
  if (hasPrevious && BETWEEN.test(before)) return 'destination';
  if (FROM_BEFORE.test(before)) return 'origin';
  if (hasNext && BETWEEN.test(after)) return 'origin';
  if (FROM_AFTER.test(after)) return 'origin';
  if (TO_BEFORE.test(before) || TO_AFTER.test(after)) return 'destination';
  return undefined;
}
