import { imageVersion } from "@fairlead/domain";
import type { Build } from "./build.ts";

const MANAGED_BY = "fairlead";

/** A label's value: at most 63 characters, letters, digits, `-_.`, alphanumeric at both ends. */
export function labelValue(text: string): string {
  return text
    .replace(/[^A-Za-z0-9_.-]/g, "-")
    .slice(0, 63)
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, "");
}

/** What a selector may hold: never changes in a service's life. */
export function selectorLabels({ name }: Build): Record<string, string> {
  return { "app.kubernetes.io/name": name, "app.kubernetes.io/instance": name };
}

/** On what can never be relabelled: what does not change in a service's life, and says whose it is. */
export function stableLabels(build: Build): Record<string, string> {
  return {
    ...selectorLabels(build),
    "app.kubernetes.io/managed-by": MANAGED_BY,
    "fairlead.dev/service": build.name,
    "fairlead.dev/environment": build.environment.metadata.name,
  };
}

/** On every object. Owner and tier are those of now. */
export function objectLabels(build: Build): Record<string, string> {
  return {
    ...selectorLabels(build),
    "app.kubernetes.io/managed-by": MANAGED_BY,
    "app.kubernetes.io/part-of": build.service.spec.system ?? build.name,
    "fairlead.dev/service": build.name,
    "fairlead.dev/environment": build.environment.metadata.name,
    "fairlead.dev/team": build.refs.team,
    "fairlead.dev/tier": String(build.refs.tier),
    owner: build.refs.team,
  };
}

/** On pods: only what does not change with ownership, so that a reorganisation restarts nothing. */
export function podLabels(build: Build): Record<string, string> {
  const calls = build.spec.needs.flatMap((need) => ("service" in need ? [need.service] : []));
  return {
    ...selectorLabels(build),
    "app.kubernetes.io/component": build.template.metadata.name,
    "app.kubernetes.io/part-of": build.service.spec.system ?? build.name,
    "app.kubernetes.io/managed-by": MANAGED_BY,
    "app.kubernetes.io/version": labelValue(imageVersion(build.image)),
    "fairlead.dev/service": build.name,
    "fairlead.dev/environment": build.environment.metadata.name,
    ...Object.fromEntries(calls.map((callee) => [needsLabel(callee), "true"])),
  };
}

/** The mark of a caller: what the callee's policy admits. */
export function needsLabel(callee: string): string {
  return `needs.fairlead.dev/${callee}`;
}

/** On the workload and the namespace. The release is put on by `stamp`. */
export function ownershipAnnotations({ template, refs }: Build): Record<string, string> {
  return {
    "fairlead.dev/template": `${template.metadata.name}@${template.metadata.version}`,
    "fairlead.dev/contact": refs.contact,
  };
}
