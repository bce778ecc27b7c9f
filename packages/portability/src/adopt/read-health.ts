import { type Check, type Health, isEqualJson, type Port } from "@fairlead/domain";
import { type Fields, fieldsOf, itemsOf } from "@fairlead/manifests";
import { type Adoptee, containerPath } from "./adopted.ts";

const PACE = "Fairlead's own pace: ready within 15 seconds, restarted after two minutes without an answer.";
/** From here on a first answer comes within. */
const LEAST_START_SECONDS = 60;

/** The checks of a container. */
export function readHealth(adoptee: Adoptee, ports: readonly Port[]): Health | undefined {
  const [container = {}] = adoptee.workload.containers;
  const ready = readCheck(adoptee, "readinessProbe", ports);
  const live = readCheck(adoptee, "livenessProbe", ports);
  const startup = readCheck(adoptee, "startupProbe", ports);
  const [port] = ports;
  // A template's own check may ask for what this process has never answered.
  const asked = ready ?? live ?? (port === undefined ? undefined : { tcp: { port: port.name } });
  if (asked === undefined) return undefined;
  const within = `${startSeconds(container)}s`;
  const lively = live ?? asked;
  return {
    ready: asked,
    live: { ...lively, ...(isEqualJson(lively, asked) ? { slowerThanReady: true } : {}) },
    startup: { ...(startup ?? asked), within },
  };
}

/** How long it may take to start: what its own check at the start or the first look allows. */
function startSeconds(container: Fields): number {
  const { periodSeconds = 10, failureThreshold = 3, initialDelaySeconds = 0 } = fieldsOf(container.startupProbe);
  const declared =
    container.startupProbe === undefined
      ? 0
      : Number(initialDelaySeconds) + Number(periodSeconds) * Number(failureThreshold);
  const delays = [container.readinessProbe, container.livenessProbe].map((probe) =>
    Number(fieldsOf(probe).initialDelaySeconds ?? 0),
  );
  return Math.max(LEAST_START_SECONDS, declared, ...delays.map((delay) => 2 * delay));
}

const FIELDS = { readinessProbe: "ready", livenessProbe: "live", startupProbe: "startup" } as const;

function readCheck(adoptee: Adoptee, field: keyof typeof FIELDS, ports: readonly Port[]): Check | undefined {
  const { workload, ledger } = adoptee;
  const probe = fieldsOf(workload.containers[0]?.[field]);
  const path = `${containerPath(adoptee)}.${field}`;
  ledger.say(workload.object, path, "changed", PACE);
  const handler = ["httpGet", "grpc", "tcpSocket", "exec"].find((each) => probe[each] !== undefined);
  if (handler === undefined) return undefined;
  const check = toCheck(handler, fieldsOf(probe[handler]), ports);
  if (check === undefined) {
    const words = "It asks a port that the container does not name, or another host: name the port first.";
    ledger.say(workload.object, `${path}.${handler}`, "left", words);
    return undefined;
  }
  ledger.say(workload.object, `${path}.${handler}`, "understood", `It is spec.health.${FIELDS[field]}.`);
  if (handler === "httpGet" && fieldsOf(probe.httpGet).scheme === "HTTPS") {
    ledger.say(workload.object, `${path}.${handler}.scheme`, "left", "Checks ask over plain HTTP inside the pod.");
  }
  return check;
}

function toCheck(handler: string, asked: Fields, ports: readonly Port[]): Check | undefined {
  if (handler === "exec") return { exec: { command: itemsOf(asked.command).map(String) } };
  if (asked.host !== undefined) return undefined;
  const name = ports.find(({ name: each, port }) => asked.port === each || Number(asked.port) === port)?.name;
  if (name === undefined) return undefined;
  if (handler === "tcpSocket") return { tcp: { port: name } };
  if (handler === "grpc") return { grpc: { port: name, ...(asked.service ? { service: String(asked.service) } : {}) } };
  const headers = itemsOf(asked.httpHeaders)
    .map(fieldsOf)
    .map((header): [string, string] => [String(header.name), String(header.value)]);
  const path = String(asked.path ?? "/");
  return { http: { port: name, path, ...(headers.length === 0 ? {} : { headers: Object.fromEntries(headers) }) } };
}
