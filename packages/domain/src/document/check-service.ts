import type * as z from "zod";
import { hasErrors, type Violation } from "../violation.ts";
import { credentialIn, isSuspiciousName } from "./credential.ts";
import { describeIssues } from "./describe-issues.ts";
import { mergePatch } from "./merge-patch.ts";
import { runtimeSchema, type ServiceDocument, type ServiceRuntime, serviceSchema } from "./service/spec.ts";

export interface Checked<T> {
  /** There only if nothing is an error; warnings may stand beside it. */
  document?: T;
  violations: Violation[];
}

/** Fields that are the service's own and cannot differ per environment. */
const FIXED = ["owner", "system", "template", "image", "environments", "managed"];

/** Checks a Service from outside: shape, values, what differs per environment, credentials. Says everything at once. */
export function checkService(value: unknown): Checked<ServiceDocument> {
  const parsed = serviceSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) return { violations: describeIssues(parsed.error.issues) };
  const violations = [
    ...checkKind(parsed.data),
    ...checkRuntime(parsed.data.spec, "spec"),
    ...checkEnvironments(parsed.data),
  ];
  return hasErrors(violations) ? { violations } : { document: parsed.data, violations };
}

function checkKind({ spec }: ServiceDocument): Violation[] {
  if (spec.managed === false || spec.template !== undefined) return [];
  return [
    {
      path: "spec.template",
      reason: "is missing",
      remedy: "Name a template such as web-service@1.0.0, or say managed: false for a catalog entry only.",
      severity: "error",
    },
  ];
}

function checkEnvironments({ spec }: ServiceDocument): Violation[] {
  return Object.entries(spec.environments ?? {}).flatMap(([environment, patch]) => {
    const path = `spec.environments.${environment}`;
    const fixed = FIXED.filter((field) => field in patch).map(
      (field): Violation => ({
        path: `${path}.${field}`,
        reason: "cannot differ per environment",
        remedy: "Set it once, in spec.",
        severity: "error",
      }),
    );
    if (fixed.length > 0) return fixed;
    const merged = runtimeSchema.safeParse(mergePatch(runtimeOf(spec), patch), { reportInput: true });
    if (!merged.success) return describeIssues(merged.error.issues, ["spec", "environments", environment]);
    const base = new Set(checkRuntime(spec, "spec").map(({ path, reason }) => path.slice("spec".length) + reason));
    return checkRuntime(merged.data, path).filter(({ path: at, reason }) => !base.has(at.slice(path.length) + reason));
  });
}

/** The part of a spec that runs, without what is the service's own. */
export function runtimeOf(spec: ServiceDocument["spec"]): ServiceRuntime {
  const { managed, template, owner, system, image, environments, ...runtime } = spec;
  return runtime;
}

type Rule = (spec: z.infer<typeof runtimeSchema>, at: string) => Violation[];

const RULES: readonly Rule[] = [
  uniquePorts,
  portsExist,
  hostsFitExposure,
  uniqueVariables,
  noCredentials,
  shapesExclude,
];

function checkRuntime(spec: ServiceRuntime, at: string): Violation[] {
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
