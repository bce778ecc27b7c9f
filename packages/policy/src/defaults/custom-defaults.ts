import { editItems, editMap, type Json, withDefaults } from "./json-edit.ts";

/** Where defaults go: the steps to a map, `[]` for each item of a list; and the fields that it gets. */
type Rule = readonly [steps: readonly string[], defaults: Json];

// As the definitions of these add-ons say it; the order matters, as a list that is filled in is completed after it.
const GATEWAY = "gateway.networking.k8s.io";
const ANY_PATH = { type: "PathPrefix", value: "/" };
const SERVICE = { group: "", kind: "Service" };
const FILTERS = [
  ["spec", "rules", "[]", "filters", "[]"],
  ["spec", "rules", "[]", "backendRefs", "[]", "filters", "[]"],
] as const;

const ROUTE: readonly Rule[] = [
  [["spec", "parentRefs", "[]"], { group: GATEWAY, kind: "Gateway" }],
  [["spec", "rules", "[]", "backendRefs", "[]"], { ...SERVICE, weight: 1 }],
  ...FILTERS.flatMap((filters): Rule[] => [
    [[...filters, "requestMirror", "backendRef"], SERVICE],
    [[...filters, "requestMirror", "fraction"], { denominator: 100 }],
  ]),
  [["spec", "rules", "[]", "matches", "[]", "headers", "[]"], { type: "Exact" }],
];

const HTTP_ROUTE: readonly Rule[] = [
  [["spec"], { rules: [{ matches: [{ path: ANY_PATH }] }] }],
  [["spec", "rules", "[]"], { matches: [{ path: ANY_PATH }] }],
  [["spec", "rules", "[]", "matches", "[]"], { path: ANY_PATH }],
  [["spec", "rules", "[]", "matches", "[]", "path"], ANY_PATH],
  [["spec", "rules", "[]", "matches", "[]", "queryParams", "[]"], { type: "Exact" }],
  ...FILTERS.flatMap((filters): Rule[] => [
    [[...filters, "cors"], { maxAge: 5 }],
    [[...filters, "requestRedirect"], { statusCode: 302 }],
  ]),
];

const GENERATOR = { apiVersion: "generators.external-secrets.io/v1alpha1" };
const EXTERNAL_SECRET: readonly Rule[] = [
  [["spec"], { refreshInterval: "1h0m0s", target: {} }],
  [["spec", "target"], { creationPolicy: "Owner", deletionPolicy: "Retain" }],
  [["spec", "target", "template"], { engineVersion: "v2", mergePolicy: "Replace" }],
  [["spec", "target", "template", "templateFrom", "[]"], { target: "Data" }],
  ...["configMap", "secret"].map((source): Rule => {
    return [["spec", "target", "template", "templateFrom", "[]", source, "items", "[]"], { templateAs: "Values" }];
  }),
  ...["data", "dataFrom"].map((list): Rule => [["spec", list, "[]", "sourceRef", "generatorRef"], GENERATOR]),
  [
    ["spec", "dataFrom", "[]", "rewrite", "[]", "merge"],
    { conflictPolicy: "Error", into: "", priorityPolicy: "Strict", strategy: "Extract" },
  ],
];

const MONITOR = (endpoints: string): readonly Rule[] => [
  [["spec", endpoints, "[]", "relabelings", "[]"], { action: "replace" }],
  [["spec", endpoints, "[]", "metricRelabelings", "[]"], { action: "replace" }],
];

/** What the definitions of add-ons add to the kinds that Fairlead renders, by `group/Kind`. */
const CUSTOM_DEFAULTS: Readonly<Record<string, readonly Rule[]>> = {
  [`${GATEWAY}/HTTPRoute`]: [...ROUTE, ...HTTP_ROUTE],
  [`${GATEWAY}/GRPCRoute`]: [...ROUTE, [["spec", "rules", "[]", "matches", "[]", "method"], { type: "Exact" }]],
  "external-secrets.io/ExternalSecret": EXTERNAL_SECRET,
  "keda.sh/ScaledObject": [[["spec", "fallback"], { behavior: "static" }]],
  "keda.sh/TriggerAuthentication": [[["spec", "oauth2"], { type: "clientCredentials" }]],
  "monitoring.coreos.com/PodMonitor": MONITOR("podMetricsEndpoints"),
  "monitoring.coreos.com/ServiceMonitor": MONITOR("endpoints"),
};

export function applyCustomDefaults(kind: string, object: Json): Json {
  const rules = CUSTOM_DEFAULTS[kind] ?? [];
  return rules.reduce((value, [steps, defaults]) => fillAt(value, steps, defaults), object);
}

function fillAt(value: Json, steps: readonly string[], defaults: Json): Json {
  const [step, next, ...rest] = steps;
  if (step === undefined) return withDefaults(value, defaults);
  if (next === "[]") return editItems(value, step, (item) => fillAt(item, rest, defaults));
  return editMap(value, step, (inner) => fillAt(inner, steps.slice(1), defaults));
}
