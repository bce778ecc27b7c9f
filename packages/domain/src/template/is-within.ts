/** Whether a dotted path is another one, or lies in it: `spec.scale.min` lies in `spec.scale`. */
export function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`);
}
