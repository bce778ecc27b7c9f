/** Orders versions such as `1.10.0` by their numbers; negative where `a` is the lower. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)];
  const index = left.findIndex((number, at) => number !== right[at]);
  return index < 0 ? 0 : (left[index] ?? 0) - (right[index] ?? 0);
}

function numbers(version: string): number[] {
  return version.split(".").map(Number);
}
