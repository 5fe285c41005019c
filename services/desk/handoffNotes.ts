import { z } from 'zod';
import type { Clock } from '../clock.js';
import { RedeyeError } from '../errors.js';
import type { EventLog, Json, NewEvent, StoredEvent } from '../eventLog.js';
import { DISPOSITIONS, type Disposition } from './floorCommand.js';
import type { Survey, Surveys } from './surveys.js';

const LONGEST_TEXT = 4000;

/** `whisper`: a supervisor's to the agent; `transfer`: the giver's to whoever comes next. */
export const NOTE_KINDS = ['note', 'whisper', 'transfer'] as const;
/** What supervisors do with chats that are not theirs. */
const SUPERVISOR_ACTS = ['read', 'watched', 'took-over'] as const;
export type SupervisorAct = (typeof SUPERVISOR_ACTS)[number];

const text = z.string().trim().min(1).max(LONGEST_TEXT);
const author = { agent: z.string(), agentName: z.string() };
const noteSchema = z.object({ ...author, kind: z.enum(NOTE_KINDS), text });
const actSchema = z.object({ ...author, act: z.enum(SUPERVISOR_ACTS) });
const endSchema = z.object({ ...author, disposition: z.enum(DISPOSITIONS), text: text.optional() });
const surveySchema = z.object({ score: z.int().min(1).max(5), words: text.optional() });

const keptSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('noted'), time: z.iso.datetime(), data: noteSchema }),
  z.object({ type: z.literal('supervised'), time: z.iso.datetime(), data: actSchema }),
  z.object({ type: z.literal('ended'), time: z.iso.datetime(), data: endSchema }),
  z.object({ type: z.literal('surveyed'), time: z.iso.datetime(), data: surveySchema }),
]);
type Kept = z.infer<typeof keptSchema>;
const KEPT_TYPES: readonly string[] = ['noted', 'supervised', 'ended', 'surveyed'];

type Author = z.infer<z.ZodObject<typeof author>>;

/** Only for the staff's eyes. `text` of a `supervisor` one is a `SupervisorAct`. */
export interface HandoffNote {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly agent: string;
  readonly agentName: string;
  readonly kind: (typeof NOTE_KINDS)[number] | 'supervisor';
  readonly text: string;
}

/** What is kept of a talk besides what was said. */
export interface HandoffFile {
  /** Oldest first. */
  readonly notes: readonly HandoffNote[];
  readonly disposition?: Disposition;
  readonly survey?: Survey;
}

/** Notes, supervisors' acts, the end and the passenger's opinion of each handoff; a stream of its own for each. */
export class HandoffNotes implements Surveys {
  constructor(private readonly parts: { readonly eventLog: EventLog; readonly clock: Clock }) {}

  /** Fails with `desk.note-invalid` for a text that is empty or far too long. */
  async add(
    handoff: string,
    note: Author & { kind: (typeof NOTE_KINDS)[number]; text: string },
  ): Promise<HandoffNote> {
    const data = check(noteSchema, note);
    const time = await this.keep(handoff, 'noted', `agent:${note.agent}`, data);
    return { at: time, ...data };
  }

  /** To be kept before the supervisor sees or does anything. */
  async recordAct(handoff: string, act: Author & { act: SupervisorAct }): Promise<HandoffNote> {
    const { agent, agentName, act: text } = check(actSchema, act);
    const time = await this.keep(handoff, 'supervised', `agent:${agent}`, { agent, agentName, act: text });
    return { at: time, agent, agentName, kind: 'supervisor', text };
  }

  async recordEnd(handoff: string, end: Author & { disposition: Disposition; text?: string }): Promise<void> {
    await this.keep(handoff, 'ended', `agent:${end.agent}`, check(endSchema, end));
  }

  async record({ handoff, score, words }: Survey): Promise<void> {
    const survey = words?.trim() ? { score, words } : { score };
    await this.keep(handoff, 'surveyed', 'bot', check(surveySchema, survey));
  }

  /** Empty for an unknown handoff. */
  async read(handoff: string): Promise<HandoffFile> {
    const stored = await this.parts.eventLog.read(getStream(handoff));
    return stored
      .filter(({ type }) => KEPT_TYPES.includes(type))
      .map(readKept)
      .reduce<HandoffFile>((file, kept) => addKept(file, handoff, kept), { notes: [] });
  }

  private async keep(handoff: string, type: Kept['type'], actor: string, data: Json): Promise<string> {
    const time = this.parts.clock.now().toISOString();
    const event: NewEvent = { type, time, actor, data };
    await this.parts.eventLog.append(getStream(handoff), [event], 'any');
    return time;
  }
}

function getStream(handoff: string): string {
  return `handoff/${handoff}`;
}

function addKept(file: HandoffFile, handoff: string, { type, time: at, data }: Kept): HandoffFile {
  switch (type) {
    case 'noted':
      return { ...file, notes: [...file.notes, { at, ...data }] };
    case 'supervised': {
      const { agent, agentName, act: text } = data;
      return { ...file, notes: [...file.notes, { at, agent, agentName, kind: 'supervisor', text }] };
    }
    case 'ended': {
      const { agent, agentName, disposition, text } = data;
      const notes =
        text === undefined
          ? file.notes
          : [...file.notes, { at, agent, agentName, kind: 'note' as const, text }];
      return { ...file, notes, disposition };
    }
    case 'surveyed':
      return { ...file, survey: { handoff, ...data } };
  }
}

function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new RedeyeError('desk.note-invalid', z.prettifyError(read.error), { cause: read.error });
}

function readKept(stored: StoredEvent): Kept {
  const read = keptSchema.safeParse(stored);
  if (read.success) return read.data;
  const place = `${stored.stream}, event ${String(stored.version)} (${stored.type})`;
  throw new RedeyeError('storage.corrupt', place, { cause: read.error });
}
