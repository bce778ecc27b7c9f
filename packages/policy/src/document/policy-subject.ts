/** What a policy of the library looks at: it says so, and the rest of the document follows. */
export const POLICY_SUBJECTS = ["pods", "templates", "long-running", "jobs", "spec", "object"] as const;
export type PolicySubject = (typeof POLICY_SUBJECTS)[number];

interface Named {
  readonly name: string;
  readonly expression: string;
}

/** What every policy about a subject has in common. */
interface SubjectParts {
  readonly resourceRules?: readonly Record<string, unknown>[];
  readonly matchConditions?: readonly Named[];
  readonly variables?: readonly Named[];
}

const WRITTEN = ["CREATE", "UPDATE"];

// https://kubernetes.io/docs/concepts/workloads/ without ReplicaSets: their Deployment was judged.
const LONG_RUNNING = [
  {
    apiGroups: ["apps"],
    apiVersions: ["v1"],
    operations: WRITTEN,
    resources: ["deployments", "statefulsets", "daemonsets"],
  },
];
const JOBS = [{ apiGroups: ["batch"], apiVersions: ["v1"], operations: WRITTEN, resources: ["jobs", "cronjobs"] }];
const PODS = [
  { apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["pods"] },
  { apiGroups: [""], apiVersions: ["v1"], operations: ["UPDATE"], resources: ["pods/ephemeralcontainers"] },
];

const podSpecOf = (object: string) =>
  `${object}.kind == 'Pod' ? ${object}.spec` +
  ` : ${object}.kind == 'CronJob' ? ${object}.spec.jobTemplate.spec.template.spec` +
  ` : ${object}.spec.template.spec`;

/** What ran before a policy came must stay restartable and scalable: so the pods' spec, not the whole object's. */
const CHANGES_PODS: Named = {
  name: "changes-pods",
  expression: `oldObject == null || (${podSpecOf("object")}) != (${podSpecOf("oldObject")})`,
};
const CHANGES_SPEC: Named = { name: "changes-spec", expression: "oldObject == null || object.spec != oldObject.spec" };

/** A CronJob was judged, so its Jobs pass. Who makes them tells them: owner references can be forged. */
const NOT_OF_A_CRON_JOB: Named = {
  name: "not-of-a-cron-job",
  expression:
    "object.kind != 'Job' || !(request.userInfo.username in" +
    " ['system:serviceaccount:kube-system:cronjob-controller', 'system:kube-controller-manager'])",
};

const POD_SPEC: Named = { name: "podSpec", expression: podSpecOf("object") };
const CONTAINERS: Named = {
  name: "containers",
  expression:
    "variables.podSpec.containers + variables.podSpec.?initContainers.orValue([])" +
    " + variables.podSpec.?ephemeralContainers.orValue([])",
};
const JOB_SPEC: Named = {
  name: "jobSpec",
  expression: "object.kind == 'CronJob' ? object.spec.jobTemplate.spec : object.spec",
};

/** By subject: which objects, when, and the variables that expressions may use. */
export const SUBJECT_PARTS: Readonly<Record<PolicySubject, SubjectParts>> = {
  /** Whatever makes pods, and pods themselves. */
  pods: {
    resourceRules: [...PODS, ...LONG_RUNNING, ...JOBS],
    matchConditions: [CHANGES_PODS, NOT_OF_A_CRON_JOB],
    variables: [POD_SPEC, CONTAINERS],
  },
  /** Whatever makes pods. */
  templates: {
    resourceRules: [...LONG_RUNNING, ...JOBS],
    matchConditions: [CHANGES_PODS, NOT_OF_A_CRON_JOB],
    variables: [POD_SPEC, CONTAINERS],
  },
  /** What makes pods that stay. */
  "long-running": {
    resourceRules: LONG_RUNNING,
    matchConditions: [CHANGES_PODS],
    variables: [POD_SPEC, CONTAINERS],
  },
  jobs: { resourceRules: JOBS, matchConditions: [CHANGES_SPEC, NOT_OF_A_CRON_JOB], variables: [JOB_SPEC] },
  /** Kinds that the policy names itself, as far as their spec goes. */
  spec: { matchConditions: [CHANGES_SPEC] },
  /** Kinds that the policy names itself, at every write. */
  object: {},
};

/** Namespaces are told apart here as well as by the binding: a selector alone can be lost with an edit of the binding. */
export const MANAGED: Named = {
  name: "managed",
  expression:
    "namespaceObject != null && namespaceObject.metadata.?labels[?'fairlead.dev/managed'].orValue('') == 'true'",
};
