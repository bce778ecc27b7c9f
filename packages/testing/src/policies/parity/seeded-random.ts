/** The same choices for the same seed, on every machine. */
export interface Random {
  /** A whole number from 0 to one less than `count`. */
  below(count: number): number;
  /** Whether something happens that happens so often in a hundred. */
  percent(often: number): boolean;
  pick<T>(items: readonly T[]): T;
}

/** Mulberry32: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    below,
    percent: (often) => below(100) < often,
    pick: <T>(items: readonly T[]) => {
      if (items.length === 0) throw new Error("There is nothing to choose from.");
      return items[below(items.length)] as T;
    },
  };
}
