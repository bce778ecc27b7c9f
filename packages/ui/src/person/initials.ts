/** One or two letters for a person or a team: “Mira K.” and “my-kitchen” are both MK. */
export function initialsOf(name: string): string {
  const letters = name
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => [...word].slice(0, 1))
    .map((letter) => letter.toUpperCase());
  const [first = "?", ...others] = letters;
  return `${first}${others.at(-1) ?? ""}`;
}
