/** Who measures what alerts look at. */
export const SOURCES = ["kube-state-metrics", "kubelet", "service"] as const;
export type Source = (typeof SOURCES)[number];

/** A metric that alerts look at. Where it is absent they stay silent, so its absence is an alert too. */
export interface Metric {
  source: Source;
  name: string;
  /** PromQL that selects it, and gives the label `namespace`. */
  series: string;
  /** PromQL that gives the namespace while the metric has to be there; always, if left out. */
  expectedWhile?: string;
}

/** Something that somebody should hear of. */
export interface Alert {
  name: string;
  /** PromQL. What it gives has the label `namespace`, so that receivers can be chosen by it. */
  expr: string;
  /** How long it must hold; at once if left out. */
  for?: string;
  /** Whether people who are served notice, so that it may wake somebody. Everything else can wait for the morning. */
  urgent: boolean;
  summary: string;
  /** A sentence or two, as a template of Prometheus: `{{ $value }}` is what was measured. */
  description: string;
  labels?: Readonly<Record<string, string>>;
  looksAt: readonly Metric[];
}
