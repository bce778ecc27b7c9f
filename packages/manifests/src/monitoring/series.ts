/** A PromQL selector: a metric with labels that equal a text, and labels that match a regular expression. */
export function series(
  metric: string,
  equal: Readonly<Record<string, string>>,
  like: Readonly<Record<string, string>> = {},
): string {
  // A text in PromQL is written as in Go, of which JSON's is a part.
  const matchers = [
    ...Object.entries(equal).map(([label, value]) => `${label}=${JSON.stringify(value)}`),
    ...Object.entries(like).map(([label, value]) => `${label}=~${JSON.stringify(value)}`),
  ];
  return `${metric}{${matchers.join(", ")}}`;
}
