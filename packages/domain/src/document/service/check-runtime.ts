import type { Violation } from "../../violation.ts";
import { credentialIn, isSuspiciousName } from "../credential.ts";
import type { ServiceRuntime } from "./spec.ts";

type Rule = (spec: ServiceRuntime, at: string) => Violation[];

const RULES: readonly Rule[] = [
  uniquePorts,
  portsExist,
  hostsFitExposure,
  uniqueVariables,
  uniqueSecrets,
  noCredentials,
  uniquePlaces,
  filesFit,
  shapesExclude,
];

/** What the fields of a declaration have to do with one another, wherever it runs. `at` is where it stands. */
export function checkRuntime(spec: ServiceRuntime, at: string): Violation[] {
  return RULES.flatMap((rule) => rule(spec, at));
}

function error(path: string, reason: string, remedy: string): Violation {
  return { path, reason, remedy, severity: "error" };
}

function uniquePorts(spec: ServiceRuntime, at: string): Violation[] {
  const ports = spec.ports ?? [];
  return ports.flatMap((port, index) => {
    const earlier = ports.slice(0, index);
    const path = `${at}.ports.${index}`;
    return [
      ...(earlier.some(({ name }) => name === port.name)
        ? [error(`${path}.name`, `${port.name} is there twice`, "Give each port its own name.")]
        : []),
      ...(earlier.some((other) => other.port === port.port)
        ? [error(`${path}.port`, `${port.port} is there twice`, "Give each port its own number.")]
        : []),
      ...(earlier.some((other) => (other.servicePort ?? other.port) === (port.servicePort ?? port.port))
        ? [
            error(
              `${path}.servicePort`,
              `${port.servicePort ?? port.port} is offered twice`,
              "Give each port its own service port.",
            ),
          ]
        : []),
    ];
  });
}

function portsExist(spec: ServiceRuntime, at: string): Violation[] {
  if (spec.ports === undefined) return [];
  const names = new Set(spec.ports.map(({ name }) => name));
  const used: [path: string, name: string][] = [];
  for (const check of ["ready", "live", "startup"] as const) {
    for (const [kind, target] of Object.entries(spec.health?.[check] ?? {})) {
      if (typeof target === "object" && "port" in target)
        used.push([`${at}.health.${check}.${kind}.port`, target.port]);
    }
  }
  if (spec.telemetry?.metrics) used.push([`${at}.telemetry.metrics.port`, spec.telemetry.metrics.port]);
  return used
    .filter(([, name]) => !names.has(name))
    .map(([path, name]) =>
      error(
        path,
        `${name} is not one of the ports`,
        `Choose one of ${[...names].join(", ") || "the ports (there are none)"}.`,
      ),
    );
}

function hostsFitExposure({ expose }: ServiceRuntime, at: string): Violation[] {
  if (expose?.to === "public" && expose.hosts === undefined) {
    return [error(`${at}.expose.hosts`, "is missing", "Name the host under which the public reaches it.")];
  }
  if (expose !== undefined && expose.to !== "public" && expose.hosts !== undefined) {
    return [
      error(`${at}.expose.hosts`, "are for a public service only", "Take the hosts out, or expose it to public."),
    ];
  }
  return [];
}

function uniqueVariables(spec: ServiceRuntime, at: string): Violation[] {
  const seen = new Set(Object.keys(spec.env ?? {}));
  return (spec.needs ?? []).flatMap((need, index) => {
    const name = "as" in need ? need.as : undefined;
    if (name === undefined) return [];
    const twice = seen.has(name);
    seen.add(name);
    return twice ? [error(`${at}.needs.${index}.as`, `${name} is set twice`, "Give each variable one source.")] : [];
  });
}

function uniqueSecrets({ secrets = [] }: ServiceRuntime, at: string): Violation[] {
  return secrets.flatMap(({ name }, index) =>
    secrets.findIndex((other) => other.name === name) < index
      ? [error(`${at}.secrets.${index}.name`, `${name} is there twice`, "List its keys together.")]
      : [],
  );
}

function noCredentials({ env }: ServiceRuntime, at: string): Violation[] {
  return Object.entries(env ?? {}).flatMap(([name, value]): Violation[] => {
    const what = credentialIn(value);
    const path = `${at}.env.${name}`;
    if (what !== undefined) {
      return [
        error(
          path,
          `looks like ${what}`,
          "Put it into the secret store and name it under spec.secrets; change it where it was issued, since it has been seen.",
        ),
      ];
    }
    if (!isSuspiciousName(name)) return [];
    return [
      {
        path,
        reason: "sounds like a secret by its name",
        remedy: "If it is one, move it to spec.secrets; if not, leave it.",
        severity: "warning",
      },
    ];
  });
}

/** Two things cannot be mounted at the same path. */
function uniquePlaces(spec: ServiceRuntime, at: string): Violation[] {
  const seen = new Set<string>();
  return (["files", "scratch", "storage"] as const).flatMap((field) =>
    (spec[field] ?? []).flatMap(({ path }, index) => {
      const place = path.replace(/\/+$/, "");
      const taken = seen.has(place);
      seen.add(place);
      return taken ? [error(`${at}.${field}.${index}.path`, `${path} is there twice`, "Give each its own path.")] : [];
    }),
  );
}

/** Files come from one ConfigMap, which etcd holds as one value of at most 1 MiB. */
const MOST_FILES = 900 * 1024;

function filesFit({ files = [] }: ServiceRuntime, at: string): Violation[] {
  const size = files.reduce((sum, { content }) => sum + new TextEncoder().encode(content).length, 0);
  if (size <= MOST_FILES) return [];
  const reason = `are ${Math.ceil(size / 1024)} KiB together, more than a cluster takes`;
  return [error(`${at}.files`, reason, "Keep them below 900 KiB, or put them into the image.")];
}

function shapesExclude(spec: ServiceRuntime, at: string): Violation[] {
  if (spec.schedule !== undefined && spec.scale !== undefined) {
    return [error(`${at}.scale`, "does not go with a schedule", "A scheduled job runs by the clock: take scale out.")];
  }
  if (spec.storage !== undefined && spec.scale?.max !== undefined && spec.scale.max !== (spec.scale.min ?? 1)) {
    return [
      error(
        `${at}.scale.max`,
        "does not go with storage",
        "A service that keeps data has a fixed number of replicas: give scale.min only.",
      ),
    ];
  }
  return [];
}
