import { parseImageReference } from "@fairlead/domain";
import type { PodPart } from "../traits/trait.ts";
import type { Build } from "./build.ts";
import { excepted } from "./excepted.ts";
import { type PodRole, serves } from "./pod-role.ts";
import { probes } from "./probes.ts";
import { resourcesOf } from "./quantities.ts";

const DEFAULT_USER = 65532;
/** Time for endpoints to be taken out of routing everywhere before the process is asked to end. */
const DRAIN_SECONDS = 5;

/** The user of the pod's containers, and their group. */
export function userOf(build: Build): number {
  return excepted(build, "runAsUser") ?? build.spec.runAsUser ?? DEFAULT_USER;
}

/** What every container must hold to run under Pod Security *restricted*, and a little more. */
export function containerSecurity(build: Build): Record<string, unknown> {
  const user = userOf(build);
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

/** The same for the service's own container, which alone an exception may loosen. */
export function ownSecurity(build: Build): Record<string, unknown> {
  const add = excepted(build, "addCapabilities");
  const profile = excepted(build, "seccompProfile");
  return {
    ...containerSecurity(build),
    readOnlyRootFilesystem: excepted(build, "readOnlyRootFilesystem") ?? true,
    ...(add === undefined ? {} : { capabilities: { add, drop: ["ALL"] } }),
    ...(profile === undefined ? {} : { seccompProfile: { type: "Localhost", localhostProfile: profile } }),
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
    securityContext: ownSecurity(build),
  };
}

/** A map as a list in one stable order. */
function sorted(env: NonNullable<PodPart["env"]>): Record<string, unknown>[] {
  return Object.entries(env)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => (typeof value === "string" ? { name, value } : { name, ...value }));
}
