/** What zod reads as `T | undefined`, as use cases take it: left out where it was not given. */
type Given<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

export function given<T extends object>(input: T): Given<T> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Given<T>;
}
