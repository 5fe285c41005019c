import { z } from 'zod';
import type { ClaimInput } from '../../services/cases/claim/claimDetails.js';
import type { DeadlineFacts } from '../../services/cases/caseDesk.js';
import type { Slots, SubmitContext } from '../form/definition.js';
import { chooseCarriage } from './chooseCarriage.js';
import { BAG_KINDS, COLOURS, PROBLEMS } from './claimChoices.js';

const photo = z.object({ url: z.string(), contentType: z.string(), name: z.string() });
const slotsSchema = z.object({
  type: z.enum(PROBLEMS),
  flight: z.string(),
  date: z.string(),
  station: z.string(),
  received: z.string().optional(),
  name: z.string(),
  tag: z.string().optional(),
  looks: z.string().optional(),
  colour: z.enum(COLOURS).optional(),
  bagType: z.enum(BAG_KINDS).optional(),
  damage: z.string().optional(),
  missing: z.string().optional(),
  contents: z.string().optional(),
  contact: z.object({ phone: z.string().optional(), email: z.string().optional() }),
  address: z.string().optional(),
  photos: z.array(photo).optional(),
});

/** What the airline's cases take, from what the passenger told and confirmed. */
export function describeClaim(confirmed: Slots, context: SubmitContext): ClaimInput {
  const slots = slotsSchema.parse(confirmed);
  const { looks, colour, bagType } = slots;
  return {
    ...readFacts(slots),
    flight: slots.flight,
    name: slots.name,
    tags: slots.tag === undefined ? [] : [slots.tag],
    appearance: { words: looks, colour, type: bagType },
    contents: slots.damage ?? slots.missing ?? slots.contents,
    contact: slots.contact,
    deliveryAddress: slots.address,
    photos: slots.photos?.map(({ url, contentType, name }) => ({
      id: url.replace(/^upload:/, ''),
      contentType,
      name,
    })),
    filer: { id: context.passengerId, conversation: context.reference, language: context.voice.language },
  };
}

/** What the time limits depend on; undefined as long as too little is known. */
export function readDeadlineFacts(slots: Slots): DeadlineFacts | undefined {
  const known = slotsSchema.pick({ type: true, date: true, station: true, received: true }).safeParse(slots);
  return known.success ? readFacts(known.data) : undefined;
}

type Facts = Pick<z.infer<typeof slotsSchema>, 'type' | 'date' | 'station' | 'received'>;

function readFacts({ type, date, station, received }: Facts): DeadlineFacts {
  return { type, date, station, carriage: chooseCarriage(station), receivedDay: received };
}
