/** Where a passenger is: which claim, and which of its messages. */
export interface Place {
  readonly claim: number;
  readonly step: number;
}

/** What the process that files claims tells the one that kills it, a line each. */
export type Note =
  | { readonly opened: true }
  | { readonly sends: Place }
  /** The passenger has seen this reference for this claim. */
  | { readonly claim: number; readonly reads: string };
