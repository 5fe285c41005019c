/**
 * The list as it is now, made of the objects of before wherever these say the same: what did not change is not drawn
 * again. The very list of before when nothing changed.
 */
export function keepSame<Item>(
  before: readonly Item[],
  after: readonly Item[],
  getId: (item: Item) => string,
): readonly Item[] {
  const known = new Map(before.map((item) => [getId(item), item]));
  const kept = after.map((item) => {
    const earlier = known.get(getId(item));
    return earlier !== undefined && isSame(earlier, item) ? earlier : item;
  });
  return kept.length === before.length && kept.every((item, index) => item === before[index]) ? before : kept;
}

/** For what came as JSON from one service, its parts always in one order. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
