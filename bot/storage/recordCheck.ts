/** The first event of a stream that is not as it was written. */
export interface BrokenEvent {
  readonly stream: string;
  readonly version: number;
  /** Relative to the data directory; in a database, the table. */
  readonly file: string;
  readonly reason: string;
}

/** A stream that was checked; `broken` says what is wrong with it. */
export interface CheckedStream {
  readonly stream: string;
  readonly events: number;
  readonly broken?: BrokenEvent;
}

/** Whether records are as they were written. Reads only, and may run beside the service. */
export interface RecordCheck {
  /** Every stream there is, whatever its kind. */
  checkAll(): AsyncIterable<CheckedStream>;
  /** One stream; an unknown one has no events and is not broken. */
  checkStream(stream: string): Promise<CheckedStream>;
}
