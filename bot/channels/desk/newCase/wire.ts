import type { CaseHead, PageWords } from '../wire.js';

export type NewCaseKind = 'claim' | 'complaint' | 'message';

/** Names of the form; which of them a kind of case has and needs, its schema in `services/cases` decides. */
export type NewCaseField =
  | 'type'
  | 'flight'
  | 'date'
  | 'station'
  | 'receivedDay'
  | 'name'
  /** With commas between them. */
  | 'tags'
  | 'looks'
  | 'colour'
  | 'bagType'
  | 'contents'
  | 'address'
  | 'category'
  | 'text'
  | 'wish'
  | 'booking'
  /** `true` or nothing. */
  | 'urgent'
  /** ISO 8601, UTC. */
  | 'callBack'
  | 'phone'
  | 'email';

/** A talk in which the agent speaks or was the last to speak. */
export interface TalkView {
  readonly handoff: string;
  readonly language: string;
  readonly topicWords: PageWords;
  /** Absent while it goes on. */
  readonly ended?: string;
}

/** A case as far as the talk tells it already. */
export interface CaseDraft {
  /** The likeliest. */
  readonly kind: NewCaseKind;
  readonly known: Readonly<Partial<Record<NewCaseField, string>>>;
  /** How many files the passenger sent. */
  readonly files: number;
}

/** A case an agent files for the passenger, who is told its reference in the chat. */
export interface NewCase {
  /** The same for the same form: sent again, it makes no second case. */
  readonly key: string;
  readonly kind: NewCaseKind;
  /** As typed; empty ones count as absent. */
  readonly fields: Readonly<Partial<Record<NewCaseField, string>>>;
  /** The passenger's files go with a claim or complaint. */
  readonly attachFiles?: boolean;
}

export interface FiledCase {
  /** `known`: it was there before, filed by this form or with the same content. */
  readonly outcome: 'filed' | 'known';
  readonly head: CaseHead;
}

export interface FieldProblem {
  readonly field: NewCaseField;
  /** `ahead`: a day to come; `past`: a time that is over. */
  readonly problem: 'missing' | 'invalid' | 'ahead' | 'past';
}
