import type { Build } from "../../render/build.ts";
import { clusterMetrics } from "../cluster-metrics.ts";
import type { Alert } from "./alert.ts";

/** The share of time slices in which a container wanted more CPU than its limit. */
const THROTTLED = 0.25;
const MEMORY = 0.9;

/** What it has been given is too little. */
export function saturationAlerts(build: Build): Alert[] {
  const { throttledPeriods, cpuPeriods, memory, memoryLimit } = clusterMetrics(build);
  const { name } = build;
  const increase = (selector: string) => `sum by (namespace) (increase(${selector}[5m]))`;
  return [
    {
      name: "CpuThrottled",
      expr: `${increase(throttledPeriods.series)}\n/ ${increase(cpuPeriods.series)} > ${THROTTLED}`,
      for: "15m",
      urgent: false,
      summary: `${name} is held back at its CPU limit`,
      description: `In {{ $value | humanizePercentage }} of the time slices ${name} wanted more CPU than its limit. A larger size or more replicas give it room.`,
      looksAt: [throttledPeriods, cpuPeriods],
    },
    {
      name: "MemoryNearLimit",
      expr: `max by (namespace, pod) (${memory.series})\n/ max by (namespace, pod) (${memoryLimit.series}) > ${MEMORY}`,
      for: "15m",
      urgent: false,
      summary: `${name} is close to its memory limit`,
      description:
        "{{ $labels.pod }} uses {{ $value | humanizePercentage }} of its memory limit. At the limit it is ended and started again.",
      looksAt: [memory, memoryLimit],
    },
  ];
}
