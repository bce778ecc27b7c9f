import type { CLOUDS, Violation } from "@fairlead/domain";
import type { Build } from "../render/build.ts";
import type { Rule } from "../render/egress.ts";
import type { Gap } from "../render/gap.ts";

type Cloud = (typeof CLOUDS)[number];

interface CloudWays {
  title: string;
  /** What a role looks like there. */
  role: RegExp;
  example: string;
  /** Marks of the workload's account. */
  annotations(role: string): Record<string, string>;
  podLabels?: Record<string, string>;
  /** Where the pods get the role's keys. */
  egress: readonly Rule[];
  /** The public host that exchanges the token, which a service must be able to call. */
  exchange?: string;
}

/**
 * Roles that a workload's account can take on, without a key that lies around.
 * https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html
 * https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity
 * https://azure.github.io/azure-workload-identity/docs/topics/service-account-labels-and-annotations.html
 */
const WAYS: Record<Cloud, CloudWays> = {
  aws: {
    title: "AWS",
    role: /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,500}$/,
    example: "arn:aws:iam::123456789012:role/checkout",
    // Its webhook's token would last a day.
    annotations: (role) => ({
      "eks.amazonaws.com/role-arn": role,
      "eks.amazonaws.com/sts-regional-endpoints": "true",
      "eks.amazonaws.com/token-expiration": "3600",
    }),
    egress: [],
    exchange: "sts.<region>.amazonaws.com",
  },
  azure: {
    title: "Azure",
    role: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    example: "3f2b1c9e-0000-4000-8000-000000000000, the client id of a managed identity",
    annotations: (role) => ({
      "azure.workload.identity/client-id": role,
      "azure.workload.identity/service-account-token-expiration": "3600",
    }),
    podLabels: { "azure.workload.identity/use": "true" },
    egress: [],
    exchange: "login.microsoftonline.com",
  },
  gcp: {
    title: "Google Cloud",
    role: /^[a-z][-a-z0-9]{4,28}[a-z0-9]@[a-z][-a-z0-9.:]{4,60}\.iam\.gserviceaccount\.com$/,
    example: "checkout@my-project.iam.gserviceaccount.com",
    annotations: (role) => ({ "iam.gke.io/gcp-service-account": role }),
    // GKE's own metadata server, which gives out the role of the pod and not of the node.
    egress: [{ to: [{ ipBlock: { cidr: "169.254.169.252/32" } }], ports: [{ port: 988, protocol: "TCP" }] }],
  },
};

/** The marks of a workload's account for the role that it asks for; none where the cluster's cloud gives no roles. */
export function accountAnnotations({ spec, profile }: Build): Record<string, string> {
  const role = spec.identity?.cloud?.role;
  return role === undefined || profile.cloud === undefined ? {} : WAYS[profile.cloud].annotations(role);
}

/** Why a role cannot be had here. */
export function roleViolations({ profile, destination }: Build, role: string): Violation[] {
  const path = "spec.identity.cloud.role";
  if (profile.cloud === undefined) {
    const reason = `cannot be taken on in ${destination.cluster}, which gives no roles of a cloud`;
    const remedy = "Place the service on a cluster that does, or take the role out for this environment.";
    return [{ path, reason, remedy, severity: "error" }];
  }
  const { title, role: pattern, example } = WAYS[profile.cloud];
  if (pattern.test(role)) return [];
  const reason = `is not a role of ${title}, where ${destination.cluster} runs`;
  return [{ path, reason, remedy: `Write it like ${example}.`, severity: "error" }];
}

/** What the pods of such an account need. */
export function cloudAccount(
  { profile, spec, destination }: Build,
  role: string,
): { podLabels?: Record<string, string>; egress: readonly Rule[]; gaps: Gap[] } {
  if (profile.cloud === undefined) return { egress: [], gaps: [] };
  const { podLabels, egress, exchange } = WAYS[profile.cloud];
  const isOpen = spec.needs.some((need) => "external" in need && need.port === 443);
  const gap: Gap = {
    what: `Way to the keys of ${role}`,
    because: `they are given out at ${exchange}, which is not among what it calls`,
    remedy: `Add {external: ${exchange}, port: 443} to its needs in ${destination.cluster}'s environments.`,
  };
  return {
    ...(podLabels === undefined ? {} : { podLabels }),
    egress,
    gaps: exchange === undefined || isOpen ? [] : [gap],
  };
}
