import { z } from 'zod';
import type { Json } from '../eventLog.js';
import type { Floor, FloorAgent } from './floor.js';
import { DISPOSITIONS } from './floorCommand.js';
import { TAKE_KINDS, type FloorEvent } from './floorEvent.js';
import { HANDOFF_REASONS, PRIORITIES, RETURN_REASONS, SKILLS, type Handoff } from './handoff.js';

/** The form in which the floor's events are stored. */

const moment = z.iso.datetime();

const leaseSchema = z.object({ agent: z.string(), token: z.string(), since: moment });

const talked = {
  id: z.string(),
  conversation: z.string(),
  reference: z.custom<Json>((value) => value !== undefined),
  language: z.string(),
  topic: z.string(),
  skill: z.enum(SKILLS).optional(),
  priority: z.enum(PRIORITIES),
};

const handoffSchema: z.ZodType<Handoff> = z.object({
  ...talked,
  reason: z.enum(HANDOFF_REASONS),
  opened: moment,
  atHead: z.boolean(),
  preferredAgent: z.string().optional(),
  avoidedAgent: z.string().optional(),
  lease: leaseSchema.optional(),
});

const adjustable = {
  capacity: z.int().positive(),
  status: z.enum(['available', 'away']),
  takesAssigned: z.boolean(),
};

const agentSchema: z.ZodType<FloorAgent> = z.object({
  ...adjustable,
  id: z.string(),
  name: z.string(),
  languages: z.array(z.string()),
  skills: z.array(z.enum(SKILLS)),
  role: z.enum(['agent', 'supervisor']),
  host: z.string(),
  idleSince: moment,
});

export const floorSchema: z.ZodType<Floor> = z.object({
  handoffs: z.record(z.string(), handoffSchema),
  agents: z.record(z.string(), agentSchema),
  lastTalks: z.record(
    z.string(),
    z.object({ agent: z.string(), ended: moment, handoff: z.object(talked).optional() }),
  ),
  takes: z.array(z.object({ at: moment, waitedMs: z.number() })),
  untold: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['joined', 'changed', 'returned', 'ended']),
      handoff: handoffSchema,
      agentName: z.string(),
      reason: z.enum(RETURN_REASONS).optional(),
    }),
  ),
  count: z.int(),
});

const happened = { time: moment, actor: z.string() };

function describeEvent<T extends string, D extends z.ZodRawShape>(type: T, data: D) {
  return z.object({ ...happened, type: z.literal(type), data: z.object(data) });
}

export const floorEventSchema: z.ZodType<FloorEvent> = z.discriminatedUnion('type', [
  describeEvent('handoff-opened', { handoff: handoffSchema }),
  describeEvent('handoff-renewed', {
    handoff: z.string(),
    language: z.string(),
    priority: z.enum(PRIORITIES),
  }),
  describeEvent('handoff-left', { handoff: z.string() }),
  describeEvent('chat-taken', { handoff: z.string(), lease: leaseSchema, kind: z.enum(TAKE_KINDS) }),
  describeEvent('chat-returned', {
    handoff: z.string(),
    reason: z.enum(RETURN_REASONS),
    skill: z.enum(SKILLS).optional(),
    avoidedAgent: z.string().optional(),
    preferredAgent: z.string().optional(),
  }),
  describeEvent('chat-ended', { handoff: z.string(), disposition: z.enum(DISPOSITIONS) }),
  describeEvent('agent-arrived', { agent: agentSchema }),
  describeEvent('agent-adjusted', { agent: z.string(), change: z.object(adjustable).partial() }),
  describeEvent('agent-departed', { agent: z.string(), reason: z.enum(RETURN_REASONS) }),
  describeEvent('passenger-told', { notice: z.string() }),
]);
