import { editItems, editMap, type Json, withDefaults } from "./json-edit.ts";
import { quantitiesAsText } from "./quantities-as-text.ts";

/** https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/v1/defaults.go */
export function defaultContainer(container: Json): Json {
  const filled = withDefaults(container, {
    imagePullPolicy: pullPolicyOf(container.image),
    resources: {},
    terminationMessagePath: "/dev/termination-log",
    terminationMessagePolicy: "File",
  });
  const withPorts = editItems(filled, "ports", (port) => withDefaults(port, { protocol: "TCP" }));
  const withResources = editMap(withPorts, "resources", (resources) =>
    ["limits", "requests"].reduce((value, list) => editMap(value, list, quantitiesAsText), resources),
  );
  const withEnv = editItems(withResources, "env", (variable) =>
    editMap(variable, "valueFrom", (source) =>
      editMap(source, "fieldRef", (reference) => withDefaults(reference, { apiVersion: "v1" })),
    ),
  );
  const withProbes = ["livenessProbe", "readinessProbe", "startupProbe"].reduce(
    (value, probe) => editMap(value, probe, defaultProbe),
    withEnv,
  );
  return editMap(withProbes, "lifecycle", (lifecycle) =>
    ["preStop", "postStart"].reduce((value, hook) => editMap(value, hook, defaultHandler), lifecycle),
  );
}

/** `Always` for `:latest` and for images without tag and digest. */
function pullPolicyOf(image: unknown): string {
  if (typeof image !== "string" || image.includes("@")) return "IfNotPresent";
  const name = image.slice(image.lastIndexOf("/") + 1);
  const tag = name.includes(":") ? name.slice(name.indexOf(":") + 1) : "latest";
  return tag === "latest" ? "Always" : "IfNotPresent";
}

function defaultProbe(probe: Json): Json {
  const filled = withDefaults(probe, {
    timeoutSeconds: 1,
    periodSeconds: 10,
    successThreshold: 1,
    failureThreshold: 3,
  });
  return editMap(defaultHandler(filled), "grpc", (check) => withDefaults(check, { service: "" }));
}

function defaultHandler(handler: Json): Json {
  return editMap(handler, "httpGet", (request) => withDefaults(request, { path: "/", scheme: "HTTP" }));
}
