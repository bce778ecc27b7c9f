import type { Build } from "../../render/build.ts";
import { clusterMetrics } from "../cluster-metrics.ts";
import type { Alert } from "./alert.ts";

const ALMOST_FULL = 0.05;
/** Below this share of free space, what was written in the last hours is carried on. */
const WATCHED = 0.25;
const DAYS_AHEAD = 4;

/** Volumes that fill up. None where nothing is stored. */
export function volumeAlerts(build: Build): Alert[] {
  if (build.template.spec.workload !== "StatefulSet" || (build.spec.storage ?? []).length === 0) return [];
  const { volumeAvailable, volumeCapacity } = clusterMetrics(build);
  const { name } = build;
  const by = "min by (namespace, persistentvolumeclaim)";
  const free = `${by} (${volumeAvailable.series} / ${volumeCapacity.series})`;
  const later = `${by} (predict_linear(${volumeAvailable.series}[6h], ${DAYS_AHEAD * 86_400}))`;
  const looksAt = [volumeAvailable, volumeCapacity];
  return [
    {
      name: "VolumeAlmostFull",
      expr: `${free} < ${ALMOST_FULL}`,
      for: "5m",
      urgent: true,
      summary: `A volume of ${name} is almost full`,
      description:
        "{{ $labels.persistentvolumeclaim }} has {{ $value | humanizePercentage }} of its space left. A larger size in the declaration makes it grow.",
      looksAt,
    },
    {
      name: "VolumeFillingUp",
      expr: `${free} < ${WATCHED}\nand ${later} < 0`,
      for: "1h",
      urgent: false,
      summary: `A volume of ${name} will be full in ${DAYS_AHEAD} days`,
      description: `{{ $labels.persistentvolumeclaim }} has {{ $value | humanizePercentage }} of its space left, and at the pace of the last six hours nothing within ${DAYS_AHEAD} days.`,
      looksAt,
    },
  ];
}
