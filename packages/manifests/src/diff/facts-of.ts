import type { KubernetesObject } from "@fairlead/domain";
import { type Fields, fieldsOf, itemsOf } from "../json/fields.ts";
import { podTemplateOf } from "../json/pod-template.ts";
import { canonicalJson } from "../render/canonical-json.ts";
import { alertsIn } from "../summary/alerts-in.ts";
import { waysIn, waysOut } from "../summary/network-peers.ts";

/** What people mean when they speak of a service's manifests. Lists and maps are sets of names. */
export interface Facts {
  image?: string;
  owner?: string;
  replicas?: { min: number; max: number };
  cpu?: string;
  /** The share of its CPU at which replicas are added, in percent. */
  scalesAt?: string;
  memory?: string;
  user?: string;
  /** When it runs, with its time zone. */
  schedule?: string;
  /** What is run instead of what the image says. */
  command?: string;
  /** Sizes by name. */
  volumes: Record<string, string>;
  variables: Record<string, string>;
  ports: string[];
  checks: Record<string, string>;
  waysOut: string[];
  waysIn: string[];
  hosts: string[];
  alerts: string[];
  /** Those that may wake somebody. */
  waking: string[];
}

/** Reads the facts out of a service's objects. */
export function factsOf(objects: readonly KubernetesObject[]): Facts {
  const spec = (kind: string) => fieldsOf(find(objects, kind)?.spec);
  const workload = objects.find(({ kind }) => WORKLOADS.has(kind));
  const pod = fieldsOf(workload === undefined ? undefined : podTemplateOf(workload).spec);
  const container = fieldsOf(itemsOf(pod.containers)[0]);
  const requests = fieldsOf(fieldsOf(container.resources).requests);
  const policies = objects.filter(({ kind }) => kind === "NetworkPolicy");
  const alerts = alertsIn(spec("PrometheusRule"));
  return {
    ...text("image", container.image),
    ...text("owner", workload?.metadata.labels?.owner),
    ...text("cpu", requests.cpu),
    ...text("scalesAt", scalesAt(spec("HorizontalPodAutoscaler"))),
    ...text("memory", requests.memory),
    ...text("user", fieldsOf(pod.securityContext).runAsUser),
    ...schedule(spec("CronJob")),
    ...command(container),
    ...replicas(fieldsOf(workload?.spec), spec("HorizontalPodAutoscaler")),
    volumes: volumes(fieldsOf(workload?.spec).volumeClaimTemplates),
    variables: named(container.env, "value"),
    ports: itemsOf(spec("Service").ports).map((port) => String(fieldsOf(port).port)),
    checks: checks(container),
    waysOut: policies.flatMap((policy) => waysOut(policy.spec)).filter((way) => way !== "DNS"),
    waysIn: policies.flatMap((policy) => waysIn(policy.spec)),
    hosts: itemsOf(spec("HTTPRoute").hostnames).map(String),
    alerts: alerts.map(({ name }) => name),
    waking: alerts.filter(({ wakes }) => wakes).map(({ name }) => name),
  };
}

/** What runs; the step before a deploy is not what a service is. */
const WORKLOADS = new Set(["Deployment", "StatefulSet", "CronJob", "Job"]);

function schedule({ schedule: cron, timeZone }: Fields): Pick<Facts, "schedule"> {
  return cron === undefined ? {} : { schedule: `${String(cron)} (${String(timeZone)})` };
}

function command({ command: words, args }: Fields): Pick<Facts, "command"> {
  const all = [...itemsOf(words), ...itemsOf(args)];
  return all.length === 0 ? {} : { command: all.map(String).join(" ") };
}

function volumes(claims: unknown): Record<string, string> {
  return Object.fromEntries(
    itemsOf(claims).map((claim) => {
      const { metadata, spec } = fieldsOf(claim);
      const { storage } = fieldsOf(fieldsOf(fieldsOf(spec).resources).requests);
      return [String(fieldsOf(metadata).name), String(storage)];
    }),
  );
}

function find(objects: readonly KubernetesObject[], kind: string): KubernetesObject | undefined {
  return objects.find((object) => object.kind === kind);
}

function text<Key extends string>(key: Key, value: unknown): { [K in Key]?: string } {
  const field: { [K in Key]?: string } = {};
  if (value !== undefined) field[key] = String(value);
  return field;
}

function replicas(deployment: Fields, autoscaler: Fields): Pick<Facts, "replicas"> {
  if (typeof autoscaler.minReplicas === "number" && typeof autoscaler.maxReplicas === "number") {
    return { replicas: { min: autoscaler.minReplicas, max: autoscaler.maxReplicas } };
  }
  const { replicas: fixed } = deployment;
  return typeof fixed === "number" ? { replicas: { min: fixed, max: fixed } } : {};
}

function scalesAt({ metrics }: Fields): unknown {
  const resources = itemsOf(metrics).map((metric) => fieldsOf(fieldsOf(metric).resource));
  return fieldsOf(resources.find(({ name }) => name === "cpu")?.target).averageUtilization;
}

function named(list: unknown, field: string): Record<string, string> {
  return Object.fromEntries(
    itemsOf(list).map((item) => [String(fieldsOf(item).name), canonicalJson(fieldsOf(item)[field] ?? item)]),
  );
}

const CHECKS = { readinessProbe: "readiness", livenessProbe: "liveness", startupProbe: "start" } as const;

function checks(container: Fields): Record<string, string> {
  const there = Object.entries(CHECKS).filter(([field]) => container[field] !== undefined);
  return Object.fromEntries(there.map(([field, words]) => [`${words} check`, canonicalJson(container[field])]));
}
