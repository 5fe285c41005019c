/** What a passenger thought of a talk with an agent. */
export interface Survey {
  /** The handoff's id. */
  readonly handoff: string;
  /** 1 (very poor) to 5 (very good). */
  readonly score: number;
  /** The passenger's own. */
  readonly words?: string;
}

/** Where passengers' opinions of talks are kept. */
export interface Surveys {
  /** Kept once it returns. A second one of the same handoff takes the first one's place. */
  record(survey: Survey): Promise<void>;
}
