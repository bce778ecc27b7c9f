/** A time that may be missing, under its name: nothing where it is. */
export function presentTimes<Name extends string>(
  times: Record<Name, Date | undefined>,
): Partial<Record<Name, string>> {
  const present: Partial<Record<Name, string>> = {};
  for (const name in times) {
    const value = times[name];
    if (value !== undefined) present[name] = value.toISOString();
  }
  return present;
}
