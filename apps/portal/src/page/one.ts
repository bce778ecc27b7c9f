/** A parameter of an address that may be there once, many times or not at all: the first. */
export function one(value: string | string[] | undefined): string | undefined {
  return [value].flat()[0];
}
