/** Where in the passenger's text (as typed) an entity stands: [start, end) in UTF-16 units. */
export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface FlightEntity extends Span {
  /** IATA designator without leading zeros, e.g. `CA1501`, `3U8961`. */
  readonly flight: string;
  /** IATA code of the airline. */
  readonly airline: string;
}

export interface DateEntity extends Span {
  /** `YYYY-MM-DD` days the words can mean, the likeliest first; two when they are ambiguous (3/12). */
  readonly dates: readonly string[];
}

export interface PlaceEntity extends Span {
  /** IATA code of an airport, or of a city with several. */
  readonly code: string;
  readonly kind: 'city' | 'airport';
  /** Where the words make it the start or the end of a journey (从…到…, "to London"). */
  readonly role?: 'origin' | 'destination';
}

export interface CodeEntity extends Span {
  /** Upper case, without spaces. */
  readonly code: string;
}

/** What was found in passing; a list is absent when nothing was found. */
export interface Entities {
  readonly flights?: readonly FlightEntity[];
  readonly dates?: readonly DateEntity[];
  readonly places?: readonly PlaceEntity[];
  /** 10 digits, or airline code + 6 digits. */
  readonly bagTags?: readonly CodeEntity[];
  /** Baggage file references, `SSSAA#####`. */
  readonly fileReferences?: readonly CodeEntity[];
  /** Complaint references, `C-YYYYMMDD-XXXXX`. */
  readonly complaintReferences?: readonly CodeEntity[];
}
