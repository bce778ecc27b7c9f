import type { Build } from "../../render/build.ts";
import { clusterMetrics } from "../cluster-metrics.ts";
import type { Alert } from "./alert.ts";

/** A few may be bad luck; so many in half an hour are not. */
const RESTARTS = 4;

/** Nobody there, and somebody who does not stay. */
export function replicaAlerts(build: Build): Alert[] {
  const { ready, desired, restarts } = clusterMetrics(build);
  const { name } = build;
  return [
    {
      name: "ServiceDown",
      // Scaled to nothing on purpose is not down.
      expr: `max by (namespace) (${ready.series}) == 0\nand max by (namespace) (${desired.series}) > 0`,
      for: "3m",
      urgent: true,
      summary: `${name} is down: none of its replicas is ready`,
      description: `For three minutes no replica of ${name} has been ready: nobody is answered.`,
      looksAt: [ready, desired],
    },
    {
      name: "ServiceRestarting",
      expr: `max by (namespace, pod) (increase(${restarts.series}[30m])) >= ${RESTARTS}`,
      urgent: false,
      summary: `${name} keeps restarting`,
      description:
        'The container in {{ $labels.pod }} was restarted {{ printf "%.0f" $value }} times in half an hour. Its last lines before the end, and the reason of the end (such as OOMKilled), say why.',
      looksAt: [restarts],
    },
  ];
}
