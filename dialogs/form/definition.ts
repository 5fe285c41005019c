import type { Entities } from '../../faq/understanding/entities.js';
import type { Json } from '../../services/eventLog.js';
import type { FormName } from '../formName.js';
import type { CasePage } from '../casePage.js';
import type { Reply } from '../reply.js';
import type { Command } from './commands.js';
import type { FormLexicon } from './lexicon.js';
import type { Voice } from './voice.js';

/** What the passenger has told so far, by field; it is stored, so it is JSON. */
export type Slots = Readonly<Record<string, Json | undefined>>;

/** A file that came with the passenger's words; `url` is how activities name it (`upload:<id>`). */
export interface FormFile {
  readonly url: string;
  readonly contentType: string;
  readonly name: string;
}

/** One message of the passenger. The entities' places are places in `text`. */
export interface FormInput {
  readonly text: string;
  readonly entities: Entities;
  readonly files: readonly FormFile[];
}

/** What a form may look at beside the passenger's words. */
export interface FormContext {
  readonly voice: Voice;
  readonly lexicon: FormLexicon;
  readonly now: Date;
  /** The airline's calendar day, `YYYY-MM-DD`. */
  readonly today: string;
}

/** One of several answers a passenger may choose. */
export interface Choice {
  readonly value: Json;
  /** The button. */
  readonly label: string;
  /** Other ways of saying it, separated by `|`, in any language. */
  readonly synonyms?: string;
}

/** A question as it is put. */
interface Question {
  readonly text: string;
  readonly choices?: readonly Choice[];
}

/** What a field makes of an answer. */
export type Reading<Value extends Json = Json> =
  /** `used`: the part of the words it took, which then fills no other field. */
  | { readonly kind: 'filled'; readonly value: Value; readonly used?: string }
  /** `problem` says what is wrong and gives an example of a right answer. */
  | { readonly kind: 'rejected'; readonly problem: string }
  | { readonly kind: 'ambiguous'; readonly values: readonly Value[] };

/** One thing to be told. Everything but `ask` and `read` concerns it wherever it comes up. */
export interface Field<Value extends Json = Json> {
  readonly name: string;
  /** May be left out. */
  readonly optional?: boolean;
  /**
   * Takes any words: only a question in the middle counts as such. A story may be full of them: only a very clear one.
   * A message to somebody else is whatever is written, unless that is a command ("cancel").
   */
  readonly open?: boolean | 'story' | 'message';
  /** Asked only where this holds; always, where it is absent. */
  appliesTo?(slots: Slots): boolean;
  /** Taken where the passenger tells it, but not asked for, as long as this holds. */
  unasked?(slots: Slots): boolean;
  ask(slots: Slots, context: FormContext): Question;
  /** Commands that are answers to `ask`, and mean nothing else while it is open. */
  listCommands?(slots: Slots): readonly Command[];
  /** What this step needs, why, and where to find it. */
  help(context: FormContext): string;
  /** Takes an answer to `ask`. */
  read(input: FormInput, context: FormContext, slots: Slots): Reading<Value>;
  /** Takes what was said in passing, at any time, where that is beyond doubt (a flight number is one). */
  prefill?(input: FormInput, context: FormContext, slots: Slots): Value | undefined;
  /** Guesses from the words that started the form, and only from these. */
  infer?(input: FormInput, context: FormContext): Value | undefined;
  /** What is said on hearing the answer, before the next question. */
  respond?(value: Value, context: FormContext, slots: Slots): string | undefined;
  /** What to do next rather than a value: not read back, not kept by a button, changed without a word. */
  readonly passing?: boolean;
  /** Several answers add up (photos): `prefill` is asked even when there is a value, and returns all of it. */
  readonly gathers?: boolean;
  /** The value as the passenger reads it. */
  show(value: Value, voice: Voice): string;
  /** What the field is called. */
  label(voice: Voice): string;
  /** What passengers call it, in every language: "sorry, the tag is …". */
  names(lexicon: FormLexicon): readonly string[];
}

/** Who files, and how a second filing of the same thing is recognised. */
export interface SubmitContext extends FormContext {
  readonly conversationId: string;
  readonly channelId: string;
  /** The channel's user id, or else the conversation's. */
  readonly passengerId: string;
  /** The same for the same form, however often it is submitted. */
  readonly filingKey: string;
  /** Where the passenger can be written to later: a botbuilder ConversationReference. */
  readonly reference: Json;
}

/** What a submission comes to. */
export type Submission =
  | { readonly kind: 'done'; readonly replies: readonly Omit<Reply, 'trace'>[] }
  /**
   * Not over: `slots` are put in (null removes one) and the form goes on from there; `text` says why, and may refer to
   * a `page`.
   */
  | {
      readonly kind: 'more';
      readonly slots: Readonly<Record<string, Json>>;
      readonly text?: string;
      readonly page?: CasePage;
    };

/** A conversation that collects answers and then does something with them. */
export interface FormDefinition {
  readonly name: FormName;
  readonly fields: readonly Field[];
  /** Where the passenger is let go without asking whether to leave this. */
  readonly yieldsTo?: readonly string[];
  /** What to keep of the words that started the form beside what its fields take: by names that no field has. */
  keep?(input: FormInput, context: FormContext): Slots;
  /** The first words, before the first question. */
  begin(context: FormContext, slots: Slots): string;
  /**
   * Where something is filed: shown with every value before it is. Absent for look-ups, which are carried out as soon
   * as all is known.
   */
  readonly review?: {
    /** What else to know before saying yes (a deadline that is near). */
    notes?(slots: Slots, context: FormContext): readonly string[];
  };
  /** Carries it out. With a `review`, only after an explicit yes to exactly these slots. */
  submit(slots: Slots, context: SubmitContext): Promise<Submission>;
}
