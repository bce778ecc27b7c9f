import type { Trait } from "./trait.ts";

/**
 * Says on the pods how their log lines are written. Whose they are, a collector reads from the labels of pods and
 * namespace: docs/logs.md.
 */
export const logs: Trait = ({ spec }) => {
  const format = spec.telemetry?.logs?.format;
  return format === undefined ? {} : { pod: { annotations: { "fairlead.dev/log-format": format } } };
};
