import type { FieldTypes } from "@fairlead/cel";

const KIND: FieldTypes = { group: "string", version: "string", kind: "string" };
const RESOURCE: FieldTypes = { group: "string", version: "string", resource: "string" };

/**
 * What the API server knows of the types that a policy may name. The objects themselves are not among them:
 * https://github.com/kubernetes/apiserver/blob/v0.36.3/pkg/admission/plugin/cel/compile.go
 */
export const ADMISSION_TYPES: FieldTypes = {
  request: {
    kind: KIND,
    resource: RESOURCE,
    subResource: "string",
    requestKind: KIND,
    requestResource: RESOURCE,
    requestSubResource: "string",
    name: "string",
    namespace: "string",
    operation: "string",
    userInfo: { username: "string", uid: "string", groups: "list<string>", extra: "map<string, list<string>>" },
    dryRun: "bool",
    options: "dyn",
  },
  namespaceObject: {
    metadata: {
      name: "string",
      generateName: "string",
      namespace: "string",
      labels: "map<string, string>",
      annotations: "map<string, string>",
      UID: "string",
      creationTimestamp: "dyn",
      deletionGracePeriodSeconds: "int",
      deletionTimestamp: "dyn",
      generation: "int",
      resourceVersion: "string",
      finalizers: "list<string>",
    },
    spec: { finalizers: "list<string>" },
    status: { conditions: "list<dyn>", phase: "string" },
  },
};
