import type { Need, Port, ResourceAddress } from "@fairlead/domain";
import type { Build } from "./build.ts";
import type { Gap } from "./gap.ts";
import type { ServiceAddress } from "./render-input.ts";

export type ServiceNeed = Extract<Need, { service: string }>;
export type ResourceNeed = Extract<Need, { resource: string }>;

/** Where a callee is, or will be, and the port that is meant. */
export interface Called {
  address: ServiceAddress;
  port: Port;
}

/**
 * Who a need means, and the port it names, else the first. Also one that is not deployed yet: its way is open when it
 * comes. `undefined` where the port is not known.
 */
export function calledService({ refs }: Build, need: ServiceNeed): Called | undefined {
  const address = Object.hasOwn(refs.services, need.service) ? refs.services[need.service] : undefined;
  if (address === undefined) return undefined;
  const port = meantPort(address, need);
  return port === undefined ? undefined : { address, port };
}

export function calledResource({ refs }: Build, need: ResourceNeed): ResourceAddress | undefined {
  return Object.hasOwn(refs.resources, need.resource) ? refs.resources[need.resource] : undefined;
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
  const known = Object.hasOwn(build.refs.services, need.service) ? build.refs.services[need.service] : undefined;
  const port = known === undefined ? undefined : meantPort(known, need);
  const address = known === undefined ? "" : completeAddress(build, need, known, port);
  const missing = whyMissing(need, known, port);
  if (missing === undefined) return { address };
  const gap = {
    what: `Call to ${need.service}`,
    because: `${need.service} ${missing}`,
    remedy: need.optional
      ? "Nothing to do: it is optional, and its variable is left empty."
      : `Have ${need.service} declared and deployed, or make the need optional.`,
  };
  return { address: need.optional ? "" : address, gap };
}

function whyMissing(need: ServiceNeed, known: ServiceAddress | undefined, port: Port | undefined): string | undefined {
  if (known === undefined) return "is not declared";
  if (known.missing !== undefined) return known.missing;
  if (port !== undefined) return undefined;
  return need.port === undefined ? "has no port" : `has no port named ${need.port}`;
}

function meantPort({ ports }: ServiceAddress, need: ServiceNeed): Port | undefined {
  return need.port === undefined ? ports[0] : ports.find(({ name }) => name === need.port);
}

/** With the cluster's domain, so that a look-up is one and not five. Without a port where it is not known. */
function completeAddress(build: Build, need: ServiceNeed, { namespace }: ServiceAddress, port: Port | undefined) {
  const host = `${need.service}.${namespace}.svc.${build.destination.clusterDomain}`;
  return port === undefined ? host : `${host}:${port.servicePort ?? port.port}`;
}

function resourceAddress(build: Build, need: ResourceNeed): { address: string; gap?: Gap } {
  const known = calledResource(build, need);
  if (known !== undefined) return { address: `${known.host}:${known.port}` };
  const environment = build.environment.metadata.name;
  const gap = {
    what: `Way to ${need.resource}`,
    because: `${need.resource} has no address in ${environment}`,
    remedy: need.optional
      ? "Nothing to do: it is optional, and its variable is left empty."
      : `Give the resource ${need.resource} an address for ${environment}.`,
  };
  return { address: "", gap };
}
