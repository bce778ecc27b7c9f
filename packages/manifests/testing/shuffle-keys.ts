/** The same JSON value with the keys of every object in another order. */
export function shuffleKeys<Value>(value: Value, seed: number): Value;
export function shuffleKeys(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((item, index) => shuffleKeys(item, seed + index));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, shuffleKeys(inner, seed + key.length)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => rank(a, seed) - rank(b, seed)));
}

function rank(key: string, seed: number): number {
  let hash = seed | 0;
  for (const character of key) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 2654435761) >>> 1;
  return hash;
}
