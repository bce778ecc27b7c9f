import type { Build } from "../../render/build.ts";
import { type Alert, type Metric, SOURCES, type Source } from "./alert.ts";

/** How long a metric may be away. A service that nobody has called since it started has counted nothing yet. */
const PATIENCE = { "kube-state-metrics": "15m", kubelet: "15m", service: "1h" } as const satisfies Record<
  Source,
  string
>;

/** One alert for each source of metrics, which names those that are absent: what looks at them would stay silent. */
export function absenceAlerts({ name }: Build, alerts: readonly Alert[]): Alert[] {
  return SOURCES.flatMap((source): Alert[] => {
    const silent = alerts.filter(({ looksAt }) => looksAt.some((metric) => metric.source === source));
    const metrics = new Map(
      silent
        .flatMap(({ looksAt }) => looksAt.filter((metric) => metric.source === source))
        .map((each) => [each.series, each]),
    );
    if (metrics.size === 0) return [];
    return [
      {
        name: "MetricsAbsent",
        expr: [...metrics.values()].map(isAbsent).join("\nor "),
        for: PATIENCE[source],
        urgent: false,
        summary: `Metrics about ${name} are missing`,
        description: `{{ $labels.metric }} (from ${FROM[source]}) is absent: ${listed([...new Set(silent.map((alert) => alert.name))])} may stay silent.`,
        labels: { source },
        looksAt: [],
      },
    ];
  });
}

const FROM = {
  "kube-state-metrics": "kube-state-metrics",
  kubelet: "the kubelet",
  service: "the service itself",
} as const satisfies Record<Source, string>;

/** With the name of what is missing as a label. */
function isAbsent({ name, series, expectedWhile }: Metric): string {
  const absent =
    expectedWhile === undefined ? `absent(${series})` : `absent(${series}) and on (namespace) ${expectedWhile}`;
  return `label_replace(${absent}, "metric", ${JSON.stringify(name)}, "", "")`;
}

function listed(names: readonly string[]): string {
  const [last = "", ...others] = [...names].reverse();
  return others.length === 0 ? last : `${others.reverse().join(", ")} and ${last}`;
}
