import type { Entities, Span } from '../../faq/understanding/entities.js';
import type { FormInput } from './definition.js';

/** The message from a place on, with the entities that stand there. */
export function sliceInput(input: FormInput, start: number): FormInput {
  return {
    ...input,
    text: input.text.slice(start),
    entities: mapEntities(input.entities, (entity) =>
      entity.start >= start ? { ...entity, start: entity.start - start, end: entity.end - start } : undefined,
    ),
  };
}

/** Whether the message says little beside codes and dates: it is these that are meant. */
export function isMostlyEntities({ text, entities }: FormInput): boolean {
  const found = (Object.values(entities) as (readonly Span[])[]).flat();
  const length = found.reduce((sum, { start, end }) => sum + end - start, 0);
  return length * 2 >= text.trim().length;
}

/** The message without the entities that stand in the part of it already used. */
export function dropUsed(input: FormInput, used: string): FormInput {
  const from = input.text.indexOf(used);
  if (used === '' || from < 0) return input;
  const to = from + used.length;
  const entities = mapEntities(input.entities, (entity) =>
    entity.start < to && entity.end > from ? undefined : entity,
  );
  return { ...input, entities };
}

function mapEntities(
  entities: Entities,
  map: <Entity extends Span>(entity: Entity) => Entity | undefined,
): Entities {
  const mapped = Object.entries(entities).map(([kind, list]) => [
    kind,
    (list as readonly Span[]).map(map).filter((entity) => entity !== undefined),
  ]);
  return Object.fromEntries(mapped.filter(([, list]) => (list as Span[]).length > 0)) as Entities;
}
