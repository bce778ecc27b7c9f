import type { KubernetesObject, Violation } from "@fairlead/domain";
import type { Build } from "../render/build.ts";
import type { Rule } from "../render/egress.ts";
import type { Gap } from "../render/gap.ts";

/** One boring thing that every service gets: what it adds to a rendering. Pure. */
export type Trait = (build: Build) => Partial<Contribution>;

/** What a trait adds. Traits do not know one another; builders put together what they give. */
export interface Contribution {
  /** Written by the account *guard*, before anything else. */
  guarded: readonly KubernetesObject[];
  /** What of the platform's own the namespace may use: said on it, where guards read it and *guard* alone writes. */
  lent: Lent;
  /** Written by the namespace's deployer. */
  objects: readonly KubernetesObject[];
  pod: PodPart;
  /** Who may come in, and where the pods may go. */
  ingress: readonly Rule[];
  egress: readonly Rule[];
  gaps: readonly Gap[];
  violations: readonly Violation[];
}

export interface Lent {
  labels?: Readonly<Record<string, string>>;
  annotations?: Readonly<Record<string, string>>;
}

/** What a trait adds to the pods of the workload. */
export interface PodPart {
  /** Beside those by which it is found. */
  labels?: Readonly<Record<string, string>>;
  annotations?: Readonly<Record<string, string>>;
  /** Variables of the service's container: a value, or where it comes from (an EnvVarSource). */
  env?: Readonly<Record<string, string | { valueFrom: Record<string, unknown> }>>;
  volumes?: readonly Volume[];
  /** Where the volumes appear in the service's container. */
  mounts?: readonly Mount[];
  /** Claims that a StatefulSet makes for each of its pods. */
  claims?: readonly Record<string, unknown>[];
}

/** A volume of a pod: a name, and one source. */
interface Volume {
  name: string;
  [source: string]: unknown;
}

interface Mount {
  name: string;
  mountPath: string;
  subPath?: string;
  readOnly?: boolean;
}

/** All contributions as one, in the order of the traits. */
export function contributions(traits: readonly Trait[], build: Build): Contribution {
  const parts = traits.map((trait) => trait(build));
  const pods = parts.map(({ pod = {} }) => pod);
  return {
    guarded: parts.flatMap(({ guarded = [] }) => guarded),
    lent: {
      labels: Object.assign({}, ...parts.map(({ lent }) => lent?.labels)),
      annotations: Object.assign({}, ...parts.map(({ lent }) => lent?.annotations)),
    },
    objects: parts.flatMap(({ objects = [] }) => objects),
    pod: {
      labels: Object.assign({}, ...pods.map(({ labels }) => labels)),
      annotations: Object.assign({}, ...pods.map(({ annotations }) => annotations)),
      env: Object.assign({}, ...pods.map(({ env }) => env)),
      volumes: pods.flatMap(({ volumes = [] }) => volumes),
      mounts: pods.flatMap(({ mounts = [] }) => mounts),
      claims: pods.flatMap(({ claims = [] }) => claims),
    },
    ingress: parts.flatMap(({ ingress = [] }) => ingress),
    egress: parts.flatMap(({ egress = [] }) => egress),
    gaps: parts.flatMap(({ gaps = [] }) => gaps),
    violations: parts.flatMap(({ violations = [] }) => violations),
  };
}
