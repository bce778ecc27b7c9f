/** The versions that the sandbox runs. `go/go.mod` builds the same ones. */
export const KUBERNETES_VERSION = "1.36.3";
export const ETCD_VERSION = "3.6.8";
export const KWOK_VERSION = "0.8.0";

/** The programs of a control plane, and the one that plays its nodes. */
export const PROGRAMS = ["etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler", "kwok"] as const;
export type Program = (typeof PROGRAMS)[number];
