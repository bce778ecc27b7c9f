/** A template's text with another version in its metadata; as it is where it has none. */
export function raiseVersion(text: string, version: string): string {
  return text.replace(/(\bversion:\s*)(["']?)\d+\.\d+\.\d+\2/, (_, key: string) => `${key}${version}`);
}
