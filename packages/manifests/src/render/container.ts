import { parseImageReference } from "@fairlead/domain";
import type { PodPart } from "../traits/trait.ts";
import type { Build } from "./build.ts";
import { type PodRole, serves } from "./pod-role.ts";
import { probes } from "./probes.ts";
import { resourcesOf } from "./quantities.ts";

export const DEFAULT_USER = 65532;
/** Time for endpoints to be taken out of routing everywhere before the process is asked to end. */
const DRAIN_SECONDS = 5;

/** What every container must hold to run under Pod Security *restricted*, and a little more. */
export function containerSecurity(user: number): Record<string, unknown> {
  return {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ["ALL"] },
    privileged: false,
    readOnlyRootFilesystem: true,
    runAsGroup: user,
    runAsNonRoot: true,
    runAsUser: user,
    seccompProfile: { type: "RuntimeDefault" },
  };
}

/** With a digest a restart must not depend on a registry; a tag may have moved. */
export function pullPolicy(image: string): "Always" | "IfNotPresent" {
  return parseImageReference(image)?.digest === undefined ? "Always" : "IfNotPresent";
}

/** The service's own container, with what traits add to it. */
export function container(build: Build, { env: added, mounts = [] }: PodPart, role: PodRole): Record<string, unknown> {
  const { spec, image } = build;
  const env = { ...spec.env, ...added };
  const ports = spec.ports.map(({ name, port }) => ({ name, containerPort: port, protocol: "TCP" }));
  return {
    name: build.name,
    image,
    imagePullPolicy: pullPolicy(image),
    ...(spec.command?.length ? { command: spec.command } : {}),
    ...(spec.args?.length ? { args: spec.args } : {}),
    ...(ports.length === 0 ? {} : { ports }),
    ...(Object.keys(env).length === 0 ? {} : { env: sorted(env) }),
    resources: resourcesOf(build.size),
    ...(serves(role) ? probes(build) : {}),
    ...(serves(role) && ports.length > 0 ? { lifecycle: { preStop: { sleep: { seconds: DRAIN_SECONDS } } } } : {}),
    ...(mounts.length === 0 ? {} : { volumeMounts: mounts }),
    securityContext: containerSecurity(spec.runAsUser ?? DEFAULT_USER),
  };
}

/** A map as a list in one stable order. */
function sorted(env: NonNullable<PodPart["env"]>): Record<string, unknown>[] {
  return Object.entries(env)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => (typeof value === "string" ? { name, value } : { name, ...value }));
}
