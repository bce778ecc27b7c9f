/** Whether a template's version is newer than another, by their numbers: 1.10.0 is newer than 1.9.0. */
export function isNewerVersion(version: string, than: string): boolean {
  const [a = [], b = []] = [version, than].map((text) => text.split(".").map(Number));
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}
