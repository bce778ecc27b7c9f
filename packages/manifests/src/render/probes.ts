import { type Check, durationSeconds, type Port } from "@fairlead/domain";
import type { Build } from "./build.ts";

const READY = { periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 3 };
/** More patience than readiness: a slow moment takes a pod out of the service, and only a long one restarts it. */
const LIVE = { periodSeconds: 20, timeoutSeconds: 5, failureThreshold: 6 };
const STARTUP = { periodSeconds: 5, timeoutSeconds: 2 };
const DEFAULT_START_SECONDS = 60;

/** The container's probes, from the declared checks. */
export function probes({ spec }: Build): Record<string, unknown> {
  const { ready, live, startup } = spec.health ?? {};
  const begin = startup ?? ready;
  const within = (startup?.within === undefined ? undefined : durationSeconds(startup.within)) ?? DEFAULT_START_SECONDS;
  return {
    ...(begin === undefined
      ? {}
      : {
          startupProbe: {
            ...handler(begin, spec.ports),
            ...STARTUP,
            failureThreshold: Math.ceil(within / STARTUP.periodSeconds),
          },
        }),
    ...(ready === undefined ? {} : { readinessProbe: { ...handler(ready, spec.ports), ...READY } }),
    ...(live === undefined ? {} : { livenessProbe: { ...handler(live, spec.ports), ...LIVE } }),
  };
}

function handler(check: Check, ports: readonly Port[]): Record<string, unknown> {
  if ("http" in check) {
    const { port, path, headers } = check.http;
    const httpHeaders = Object.entries(headers ?? {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => ({ name, value }));
    return { httpGet: { port, path, scheme: "HTTP", ...(httpHeaders.length === 0 ? {} : { httpHeaders }) } };
  }
  if ("grpc" in check) {
    // Kubernetes wants the number here: a gRPC probe knows no port names.
    const port = ports.find(({ name }) => name === check.grpc.port)?.port ?? 0;
    return { grpc: { port, service: check.grpc.service ?? "" } };
  }
  if ("tcp" in check) return { tcpSocket: { port: check.tcp.port } };
  return { exec: { command: check.exec.command } };
}
