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
      editMap(
        editMap(source, "fieldRef", (reference) => withDefaults(reference, { apiVersion: "v1" })),
        "resourceFieldRef",
        (reference) => withDefaults(reference, { divisor: "0" }),
      ),
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

// https://github.com/distribution/reference/blob/main/reference.go; a name that is not one has no tag either.
const IMAGE =
  /^(?:[A-Za-z0-9.-]+(?::\d+)?\/)?[a-z0-9]+(?:(?:[._/]|__|-+)[a-z0-9]+)*(?::([\w][\w.-]{0,127}))?(@[\w+.:-]+)?$/;

/** `Always` for `:latest` and for images without tag and digest. */
export function pullPolicyOf(image: unknown): string {
  const parts = typeof image === "string" ? IMAGE.exec(image) : null;
  if (parts === null) return "IfNotPresent";
  const [, tag, digest] = parts;
  return tag === "latest" || (tag === undefined && digest === undefined) ? "Always" : "IfNotPresent";
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
  const asked = editMap(handler, "httpGet", (request) => withDefaults(request, { path: "/", scheme: "HTTP" }));
  // Not a default: a number that is written also where it is nothing.
  return editMap(asked, "sleep", (sleep) => withDefaults(sleep, { seconds: 0 }));
}
