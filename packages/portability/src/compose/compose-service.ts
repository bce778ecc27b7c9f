import { quantityValue, type ResolvedSpec } from "@fairlead/domain";
import { fieldsOf, itemsOf } from "@fairlead/manifests";
import type { EjectedService } from "../eject/ejected-service.ts";
import type { Workload } from "../workload/workload-of.ts";
import { mebibytes } from "./mebibytes.ts";

/** Where a service's bindings are mounted, by the variable SERVICE_BINDING_ROOT. */
const BINDINGS = "/bindings";

/** One container as a service of a Compose file, as locked down as its pod. */
export function composeService(
  service: EjectedService,
  workload: Workload,
  bundle: readonly EjectedService[],
): Record<string, unknown> {
  const { spec } = service;
  const container = workload.containers[0] ?? {};
  const user = fieldsOf(workload.pod.securityContext).runAsUser;
  const limits = fieldsOf(fieldsOf(container.resources).limits);
  const environment = { ...variables(container.env), ...addresses(spec, bundle) };
  return {
    image: String(container.image),
    ...(spec.command?.length ? { entrypoint: spec.command.map(literal) } : {}),
    ...(spec.args?.length ? { command: spec.args.map(literal) } : {}),
    init: true,
    read_only: true,
    cap_drop: ["ALL"],
    security_opt: ["no-new-privileges:true"],
    ...(user === undefined ? {} : { user: `${user}:${user}` }),
    ...(Object.keys(environment).length === 0
      ? {}
      : { environment: Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, literal(value)])) }),
    ...mounts(service),
    ...health(spec),
    ...published(spec),
    restart: workload.kind === "CronJob" || workload.kind === "Job" ? "no" : "unless-stopped",
    deploy: {
      replicas: 1,
      resources: {
        limits: { cpus: String(quantityValue(String(limits.cpu))), memory: mebibytes(String(limits.memory)) },
      },
    },
    // What runs by the clock is started by hand: `docker compose run`.
    ...(workload.kind === "CronJob" ? { profiles: ["scheduled"] } : {}),
  };
}

/** Compose would take `$NAME` for a variable of its own. */
function literal(text: string): string {
  return text.replaceAll("$", "$$$$");
}

function variables(env: unknown): Record<string, string> {
  return Object.fromEntries(
    itemsOf(env)
      .map(fieldsOf)
      .flatMap(({ name, value }) => (typeof value === "string" ? [[String(name), value]] : [])),
  );
}

/** On Compose's network a service answers under its name, at the port its process listens on. */
function addresses({ needs }: ResolvedSpec, bundle: readonly EjectedService[]): Record<string, string> {
  return Object.fromEntries(
    needs.flatMap((need) => {
      if (!("service" in need) || need.as === undefined) return [];
      const callee = bundle.find(({ name }) => name === need.service);
      const port = callee?.spec.ports.find(({ name }) => need.port === undefined || name === need.port);
      return port === undefined ? [] : [[need.as, `${need.service}:${port.port}`]];
    }),
  );
}

function mounts({ name, spec }: EjectedService) {
  const { storage = [], scratch = [], files = [], secrets = [] } = spec;
  const volumes = [
    ...storage.map((each) => `${name}-${each.name}:${each.path}`),
    ...files.map((file, index) => `./${name}/files/${index}:${file.path}:ro`),
  ];
  const tmpfs = scratch.map(({ path, size }) => `${path}:size=${mebibytes(size)},mode=1777`);
  const given = secrets.flatMap((secret) =>
    secret.keys.map((key) => ({
      source: secretName(name, secret.name, key),
      target: `${BINDINGS}/${secret.name}/${key}`,
    })),
  );
  return {
    ...(volumes.length === 0 ? {} : { volumes }),
    ...(tmpfs.length === 0 ? {} : { tmpfs }),
    ...(given.length === 0 ? {} : { secrets: given }),
  };
}

/** The name of one key of a secret in the Compose file. */
export function secretName(service: string, secret: string, key: string): string {
  return `${service}-${secret}-${key}`.replaceAll(/[^a-zA-Z0-9._-]/g, "-");
}

/** Only a command can be asked from inside the container; whether the image has a client for HTTP is not known. */
function health({ health: checks }: ResolvedSpec) {
  const check = checks?.ready ?? checks?.live;
  if (check === undefined || !("exec" in check)) return {};
  const test = ["CMD", ...check.exec.command.map(literal)];
  return { healthcheck: { test, interval: "5s", timeout: "5s", start_period: checks?.startup?.within ?? "60s" } };
}

function published({ expose, ports }: ResolvedSpec) {
  const [port] = ports;
  return expose.to === "public" && port !== undefined ? { ports: [`127.0.0.1:${port.port}:${port.port}`] } : {};
}
