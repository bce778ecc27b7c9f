import type { Need, Port } from "@fairlead/domain";
import type { Build } from "./build.ts";
import type { Gap } from "./gap.ts";

type ServiceNeed = Extract<Need, { service: string }>;

/** The port of a callee that a need means: the one it names, else the only one, else the first. */
export function calledPort(need: ServiceNeed, ports: readonly Port[]): Port | undefined {
  return need.port === undefined ? ports[0] : ports.find(({ name }) => name === need.port);
}

/** The variables that needs fill in, `host:port` each, and what could not be resolved. */
export function needAddresses(build: Build): { variables: Record<string, string>; gaps: Gap[] } {
  const variables: Record<string, string> = {};
  const gaps: Gap[] = [];
  for (const need of build.spec.needs) {
    if ("external" in need) continue;
    const { address, gap } = "service" in need ? serviceAddress(build, need) : resourceAddress(build, need);
    if (need.as !== undefined) variables[need.as] = address;
    if (gap !== undefined) gaps.push(gap);
  }
  return { variables, gaps };
}

function serviceAddress(build: Build, need: ServiceNeed): { address: string; gap?: Gap } {
  const known = build.refs.services[need.service];
  const port = known === undefined ? undefined : calledPort(need, known.ports);
  const domain = build.destination.clusterDomain;
  if (known !== undefined && port !== undefined) {
    return { address: `${need.service}.${known.namespace}.svc.${domain}:${port.servicePort ?? port.port}` };
  }
  const gap = {
    what: `Call to ${need.service}`,
    because:
      known === undefined
        ? `${need.service} is not declared`
        : `${need.service} has no port${need.port === undefined ? "" : ` named ${need.port}`}`,
    remedy: need.optional
      ? "Nothing to do: it is optional, and its variable is left empty."
      : `Declare ${need.service}, or make the need optional.`,
  };
  return { address: need.optional ? "" : `${need.service}.${known?.namespace ?? need.service}.svc.${domain}`, gap };
}

function resourceAddress(build: Build, need: Extract<Need, { resource: string }>): { address: string; gap?: Gap } {
  const known = build.refs.resources[need.resource];
  if (known !== undefined) return { address: `${known.host}:${known.port}` };
  const environment = build.environment.metadata.name;
  const gap = {
    what: `Way to ${need.resource}`,
    because: `${need.resource} has no address in ${environment}`,
    remedy: need.optional
      ? "Nothing to do: it is optional."
      : `Give the resource ${need.resource} an address for ${environment}.`,
  };
  return { address: "", gap };
}
