import * as z from "zod";
import { byteQuantity, cpuQuantity } from "../document/quantity.ts";

/** How much it matters that something is changed; the words of policies. */
export type ExceptionSeverity = "high" | "medium" | "low";

interface SettingRule {
  /** What it lets a service do, as a sentence goes on after “An exception so that …”. */
  title: string;
  severity: ExceptionSeverity;
  /** What is allowed as its value, with words for who writes it. Pod Security *restricted* holds beside it. */
  value: z.ZodType;
  hint: string;
  /** Policies that refuse what the setting allows, and so let the namespace off while it is in force. */
  policies: readonly string[];
}

const port = "is not one that can be added||Only NET_BIND_SERVICE can be: Pod Security restricted refuses all others.";

/**
 * What the baseline sets and an exception may change: nothing else. Each stays within Pod Security *restricted*, which
 * every namespace enforces and no exception lifts.
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export const EXCEPTION_SETTINGS = {
  runAsUser: {
    title: "its image runs as a user up to 10000",
    severity: "high",
    value: z
      .int("is not a whole number||Give the number of the user that the image needs.")
      .min(1, "is root||Pod Security restricted lets nobody run as root. Give the user that the image needs.")
      .max(10_000, "needs no exception||Declare it as spec.runAsUser: above 10000 is allowed to everybody."),
    hint: "The number of the user that the image needs, 1 to 10000.",
    policies: ["run-as-high-user"],
  },
  readOnlyRootFilesystem: {
    title: "it may write to its own file system",
    severity: "medium",
    value: z.literal(false, "is not false||Read-only is what everybody has: only false is an exception."),
    hint: "false: its files can be changed while it runs.",
    policies: ["read-only-root-filesystem"],
  },
  addCapabilities: {
    title: "it may bind a port below 1024",
    severity: "high",
    value: z.array(z.string().refine((name) => name === "NET_BIND_SERVICE", port)).length(1, port),
    hint: '["NET_BIND_SERVICE"]: the only capability that Pod Security restricted lets anybody add.',
    policies: ["capabilities-dropped"],
  },
  seccompProfile: {
    title: "it runs under a seccomp profile of its own",
    severity: "high",
    value: z
      .string()
      .regex(
        /^(?!\/)(?!.*\.\.)[\w./-]{1,200}$/,
        "is not the path of a profile||Write it as seen from the kubelet's seccomp folder, such as profiles/checkout.json.",
      ),
    hint: "The profile's path below the kubelet's seccomp folder, such as profiles/checkout.json.",
    policies: [],
  },
  cpuLimit: {
    title: "it may burst to more CPU than four times its size",
    severity: "medium",
    value: cpuQuantity,
    hint: "The limit, such as 2 or 1500m.",
    policies: ["cpu-ratio"],
  },
  memoryRequest: {
    title: "it asks for less memory than it may use",
    severity: "medium",
    value: byteQuantity,
    hint: "What is asked for, such as 128Mi; the limit stays that of the size.",
    policies: ["memory-guaranteed"],
  },
  maxUnavailable: {
    title: "more of its replicas may be away at once while nodes are looked after",
    severity: "medium",
    value: z
      .int("is not a whole number||Say how many replicas may be away at once, 2 to 100.")
      .min(2, "needs no exception||One at a time is what everybody has. Zero would keep nodes from being emptied.")
      .max(100, "is more than 100||Say how many replicas may be away at once, 2 to 100."),
    hint: "How many replicas may be away at once, 2 to 100.",
    policies: ["disruption-budget"],
  },
  enableServiceLinks: {
    title: "it gets variables from the names of its neighbours",
    severity: "low",
    value: z.literal(true, "is not true||Without is what everybody has: only true is an exception."),
    hint: "true: a variable for each Service of its namespace.",
    policies: ["no-service-links"],
  },
} as const satisfies Record<string, SettingRule>;

export type ExceptionSetting = keyof typeof EXCEPTION_SETTINGS;
export type ExceptionValues = { [Name in ExceptionSetting]: z.infer<(typeof EXCEPTION_SETTINGS)[Name]["value"]> };
export const EXCEPTION_SETTING_NAMES = Object.keys(EXCEPTION_SETTINGS) as ExceptionSetting[];
