import { z } from 'zod';
import { HANDOFF_REASONS, PRIORITIES, SKILLS, type Handoff } from '../../services/desk/handoff.js';
import { RedeyeError } from '../../services/errors.js';
import type { Json, NewEvent, StoredEvent } from '../../services/eventLog.js';

const json = z.json() as z.ZodType<Json>;
const agent = z.object({ id: z.string(), name: z.string() });

const handoffSchema: z.ZodType<Handoff> = z.object({
  id: z.string(),
  conversation: z.string(),
  reference: json,
  language: z.string(),
  topic: z.string(),
  skill: z.enum(SKILLS).optional(),
  reason: z.enum(HANDOFF_REASONS),
  priority: z.enum(PRIORITIES),
  opened: z.string(),
  atHead: z.boolean(),
});

const ENDED_BY = ['agent', 'passenger', 'hub'] as const;

const eventSchema = z.discriminatedUnion('type', [
  /** A passenger wants a person; the hub is about to be asked. */
  z.object({ type: z.literal('handoff-requested'), handoff: handoffSchema }),
  /** The hub gave it a place. */
  z.object({ type: z.literal('handoff-opened'), place: z.string(), position: z.number() }),
  /** Up to this place in the conversation's record the hub's agents have what was said. */
  z.object({ type: z.literal('hub-briefed'), upTo: z.number() }),
  /** The hub did not answer; what became of the request there is not known. */
  z.object({ type: z.literal('handoff-unanswered') }),
  z.object({ type: z.literal('agent-joined'), agent, place: z.string() }),
  z.object({ type: z.literal('agent-left') }),
  /** What the agent said reached the passenger; the words themselves are in the conversation's record. */
  z.object({ type: z.literal('agent-spoke'), message: z.string() }),
  z.object({ type: z.literal('handoff-ended'), by: z.enum(ENDED_BY), at: z.string() }),
  /** The hub knows that the passenger went away. */
  z.object({ type: z.literal('hub-told') }),
  z.object({ type: z.literal('passenger-told'), notice: z.string() }),
]);

/** What happened to the handoffs of one conversation. */
export type HubEvent = z.infer<typeof eventSchema>;

export function describeHubEvent({ type, ...data }: HubEvent, now: Date): NewEvent {
  // Made of JSON throughout; absent fields stay absent.
  const plain = JSON.parse(JSON.stringify(data)) as Json;
  return { type, time: now.toISOString(), actor: findActor({ type, ...data } as HubEvent), data: plain };
}

export function readHubEvent({ stream, version, type, data }: StoredEvent): HubEvent {
  const parsed = eventSchema.safeParse({ ...(data as object), type });
  if (parsed.success) return parsed.data;
  throw new RedeyeError('storage.corrupt', `event ${String(version)} of ${stream} is not a ${type}`, {
    cause: parsed.error,
  });
}

function findActor(event: HubEvent): string {
  if (event.type === 'agent-joined') return `agent:${event.agent.id}`;
  return event.type === 'handoff-requested' ? 'bot' : 'system';
}
