/** Two-letter words and abbreviations of everyday English that are also codes of airlines. */
export const ENGLISH_TWO_LETTER_WORDS: ReadonlySet<string> = new Set(
  'ac ad ah ai am an as at ax be bi bt by cm cn de do dr ed eh ex fb fm fy go ha he hi hm ho id if in is it ix la lo ma me mm mr ms my nd no of oh ok om on or os ox pa pc pg pi pm pr qt sc so tb th to tv uh um up us we'.split(
    ' ',
  ),
);

/** Codes of airports that are also words or usual abbreviations: alone they mean the word. */
export const WORDLIKE_AIRPORT_CODES: ReadonlySet<string> = new Set(
  'ACC ADD ANC ASB AUS BAR BAH BEG BER BEY BNA BOM BOS BUD CAN CHG CIA CLE DAD DAL DAR DAT DEL DEN DIG DIL DUB ENY EVN FLR FRU GOT GUM HAM HAN HAV HEL HUN IND IST JED LAS LED LIM LIN LIS LOS MAA MAD MAN MED MEL MEX MIG MRS NAN NAO NAP ONT OSS OTP PEN PER PIT POM ROR SAI SAN SAT SEA SHE SIN STR SUB TAE TAO TAS TEN TUN UNA VIE WAS WAW'.split(
    ' ',
  ),
);

/** Names of places that are also other words: they need words of travel next to them. */
export const AMBIGUOUS_PLACE_NAMES: ReadonlySet<string> = new Set([
  'nice',
  'male',
  'clark',
  'florence',
  'charlotte',
  'columbus',
  'phoenix',
  'orlando',
  'austin',
  'rio',
  'osh',
  'hami',
  'porto',
  '安康',
  '阿里',
  '和田',
  '汉堡',
  '朝阳',
  '万象',
  '三明',
  '雪梨',
  '海防',
]);

/** Everyday words a slip or two away from the name of a place. */
export const COMMON_WORDS_LIKE_PLACES: ReadonlySet<string> = new Set(
  'canyon carton change clerk dating lions korea maples pairs parks parts party plague ports quite sarah settle sofas vanilla zhongwen'.split(
    ' ',
  ),
);
