import { type DefaultsByKind, withStatus } from "./default-workload.ts";
import { editMap, type Json, withDefaults } from "./json-edit.ts";

/** https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/autoscaling/v2/defaults.go */
export const AUTOSCALING_DEFAULTS: DefaultsByKind = {
  "autoscaling/HorizontalPodAutoscaler": (object) => withStatus(editMap(object, "spec", defaultSpec)),
};

const CPU = { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 80 } } };

const DOUBLE = { type: "Percent", value: 100, periodSeconds: 15 };
const SCALE_DOWN = { selectPolicy: "Max", policies: [DOUBLE] };
const SCALE_UP = {
  stabilizationWindowSeconds: 0,
  selectPolicy: "Max",
  policies: [{ type: "Pods", value: 4, periodSeconds: 15 }, DOUBLE],
};

function defaultSpec(spec: Json): Json {
  return editMap(withDefaults(spec, { minReplicas: 1, metrics: [CPU] }), "behavior", (given) => {
    const behavior = withDefaults(given, { scaleUp: {}, scaleDown: {} });
    const up = editMap(behavior, "scaleUp", (rules) => withDefaults(rules, SCALE_UP));
    return editMap(up, "scaleDown", (rules) => withDefaults(rules, SCALE_DOWN));
  });
}
