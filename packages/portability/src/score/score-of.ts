import type { Check, ResolvedSpec } from "@fairlead/domain";
import { fieldsOf, itemsOf } from "@fairlead/manifests";
import type { EjectedService } from "../eject/ejected-service.ts";
import { mainWorkload } from "../workload/workload-of.ts";

/** Where a service's bindings are mounted: https://servicebinding.io/spec/core/1.1.0/ */
const BINDINGS = "/bindings";

/** A Score workload file, and what Score has no words for. */
export interface ScoreFile {
  document: Record<string, unknown>;
  leftOut: string[];
}

/**
 * A service as a Score workload (https://score.dev, score.dev/v1b1). Calls to services of the bundle become
 * `service-port` resources; other addresses stay as they are. `undefined` where nothing runs.
 */
export function scoreOf(service: EjectedService, bundle: readonly EjectedService[]): ScoreFile | undefined {
  const workload = mainWorkload(service.objects);
  const container = workload?.containers[0];
  if (workload === undefined || container === undefined) return undefined;
  const { spec, name } = service;
  const wired = wiring(service, bundle);
  const ports = Object.fromEntries(
    spec.ports.map(({ name: port, port: target, servicePort = target }) => [
      scoreName(port),
      { port: servicePort, targetPort: target, protocol: "TCP" },
    ]),
  );
  const variables: Record<string, string> = {};
  for (const variable of itemsOf(container.env).map(fieldsOf)) {
    if (typeof variable.value !== "string") continue;
    const key = String(variable.name);
    variables[key] = wired.variables[key] ?? literal(variable.value);
  }
  const resources = { ...wired.resources, ...resourcesOf(spec, name) };
  const document = {
    apiVersion: "score.dev/v1b1",
    metadata: { name, annotations: { "fairlead.dev/title": service.title } },
    ...(spec.ports.length === 0 ? {} : { service: { ports } }),
    containers: {
      main: {
        image: String(container.image),
        ...(spec.command?.length ? { command: spec.command } : {}),
        ...(spec.args?.length ? { args: spec.args } : {}),
        ...(Object.keys(variables).length === 0 ? {} : { variables }),
        ...filesOf(spec),
        ...volumesOf(spec),
        resources: boundsOf(container.resources),
        ...probe("readinessProbe", spec.health?.ready, spec),
        ...probe("livenessProbe", spec.health?.live, spec),
      },
    },
    ...(Object.keys(resources).length === 0 ? {} : { resources }),
  };
  return { document, leftOut: leftOut(spec, workload.kind) };
}

/** Names in Score have two characters at least. */
function scoreName(name: string): string {
  return name.length < 2 ? `port-${name}` : name;
}

/** Score would take `${…}` for a placeholder. */
function literal(text: string): string {
  return text.replaceAll("$", "$$$$");
}

function wiring({ spec }: EjectedService, bundle: readonly EjectedService[]) {
  const variables: Record<string, string> = {};
  const resources: Record<string, unknown> = {};
  for (const need of spec.needs) {
    if (!("service" in need) || need.as === undefined) continue;
    const callee = bundle.find(({ name }) => name === need.service);
    const port = callee?.spec.ports.find(({ name }) => need.port === undefined || name === need.port);
    if (port === undefined) continue;
    const resource = `to-${need.service}`;
    resources[resource] = { type: "service-port", params: { workload: need.service, port: scoreName(port.name) } };
    variables[need.as] = `\${resources.${resource}.hostname}:\${resources.${resource}.port}`;
  }
  return { variables, resources };
}

function resourcesOf({ storage = [], scratch = [], secrets = [], expose, ports }: ResolvedSpec, name: string) {
  const [port] = ports;
  const hosts = (expose.to === "public" && expose.hosts) || [];
  const resources: Record<string, unknown> = {};
  for (const each of storage) resources[volumeName(each.name)] = { type: "volume", params: { size: each.size } };
  for (const [index, { size }] of scratch.entries())
    resources[`scratch-${index}`] = { type: "volume", params: { size } };
  for (const secret of secrets) resources[`secret-${secret.name}`] = { type: "secret", params: { name: secret.name } };
  for (const [index, host] of hosts.entries()) {
    const params = { host, path: "/", port: scoreName(port?.name ?? "http") };
    resources[`route-${index}`] = { type: "route", id: `${name}.route-${index}`, params };
  }
  return resources;
}

function volumeName(name: string): string {
  return `volume-${name}`;
}

function filesOf({ files = [], secrets = [] }: ResolvedSpec) {
  const plain = files.map(({ path, content }) => [path, { content, noExpand: true }]);
  const secret = secrets.flatMap(({ name, keys }) =>
    keys.map((key) => [`${BINDINGS}/${name}/${key}`, { content: `\${resources.secret-${name}.${key}}` }]),
  );
  const all = [...plain, ...secret];
  return all.length === 0 ? {} : { files: Object.fromEntries(all) };
}

function volumesOf({ storage = [], scratch = [] }: ResolvedSpec) {
  const all = [
    ...storage.map(({ name, path }) => [path, { source: `\${resources.${volumeName(name)}}` }]),
    ...scratch.map(({ path }, index) => [path, { source: `\${resources.scratch-${index}}` }]),
  ];
  return all.length === 0 ? {} : { volumes: Object.fromEntries(all) };
}

/** CPU and memory; Score knows no other resource. */
function boundsOf(resources: unknown) {
  const pick = (part: unknown) => {
    const { cpu, memory } = fieldsOf(part);
    return { cpu: String(cpu), memory: String(memory) };
  };
  const { requests, limits } = fieldsOf(resources);
  return { requests: pick(requests), limits: pick(limits) };
}

function probe(field: string, check: Check | undefined, { ports }: ResolvedSpec) {
  if (check === undefined) return {};
  if ("exec" in check) return { [field]: { exec: { command: check.exec.command } } };
  if (!("http" in check)) return {};
  const { port: name, path, headers = {} } = check.http;
  const port = ports.find((each) => each.name === name)?.port;
  const httpHeaders = Object.entries(headers).map(([header, value]) => ({ name: header, value }));
  return { [field]: { httpGet: { port, path, ...(httpHeaders.length === 0 ? {} : { httpHeaders }) } } };
}

function leftOut(spec: ResolvedSpec, kind: string): string[] {
  const checks = [spec.health?.ready, spec.health?.live].some((each) => each && ("grpc" in each || "tcp" in each));
  return [
    "who may call it and whom it may call",
    "how many replicas run, and when more are added",
    ...(checks ? ["health checks by gRPC or TCP"] : []),
    ...(spec.health?.startup === undefined ? [] : ["the check at the start"]),
    ...(kind === "CronJob" ? ["its schedule"] : []),
    ...(spec.beforeDeploy === undefined ? [] : ["what runs before a deploy"]),
    ...(spec.identity?.cloud === undefined ? [] : ["its cloud role"]),
  ];
}
