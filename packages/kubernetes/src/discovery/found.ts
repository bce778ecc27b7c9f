/** What was found in a cluster, and what about it somebody should know. */
export interface Found<Value> {
  value: Value;
  /** Sentences for the platform team. */
  notes: string[];
}

/** The only one of several; where there are more, nobody can know which is meant, and it is said. */
export function onlyOne<Item>(
  items: readonly Item[],
  what: string,
  nameOf: (item: Item) => string,
): Found<Item | undefined> {
  const [first, second] = items;
  if (second === undefined) return { value: first, notes: [] };
  const names = items.map(nameOf).sort().join(", ");
  return {
    value: undefined,
    notes: [`There are several ${what} (${names}). Say in spec.profile of the cluster which to use.`],
  };
}
