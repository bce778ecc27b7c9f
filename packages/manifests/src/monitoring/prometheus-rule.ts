import type { KubernetesObject } from "@fairlead/domain";
import type { Build } from "../render/build.ts";
import type { Alert } from "./alerts/alert.ts";
import { alertLabels } from "./alerts/alert-labels.ts";
import { links } from "./alerts/links.ts";
import { MONITORING_API, pickedLabels } from "./monitors.ts";
import { type Recording, recordedLabels } from "./recorded.ts";

/** Rules that Prometheus evaluates together, one after the other. */
export interface RuleGroup {
  name: string;
  /** How often; as often as Prometheus does by default, if left out. */
  interval?: string;
  recordings?: readonly Recording[];
  alerts?: readonly Alert[];
}

/** All rules of a service, as the Prometheus operator takes them. */
export function prometheusRule(build: Build, groups: readonly RuleGroup[]): KubernetesObject {
  const where = links(build);
  return {
    apiVersion: MONITORING_API,
    kind: "PrometheusRule",
    metadata: { name: build.name, namespace: build.destination.namespace, labels: pickedLabels(build) },
    spec: {
      groups: groups.map(({ name, interval, recordings = [], alerts = [] }) => ({
        name,
        ...(interval === undefined ? {} : { interval }),
        rules: [
          ...recordings.map(({ record, expr, labels }) => ({
            record,
            expr,
            labels: { ...recordedLabels(build), ...labels },
          })),
          ...alerts.map((alert) => ({
            alert: alert.name,
            expr: alert.expr,
            ...(alert.for === undefined ? {} : { for: alert.for }),
            labels: alertLabels(build, alert),
            annotations: { summary: alert.summary, description: alert.description, ...where },
          })),
        ],
      })),
    },
  };
}
