import { offers } from "@fairlead/domain";
import type { Build } from "../render/build.ts";
import type { Rule } from "../render/egress.ts";
import type { Gap } from "../render/gap.ts";
import { INSTRUMENTATION_API, instrumentation } from "../tracing/instrumentation.ts";
import { exporterVariables, resourceVariables } from "../tracing/otel-variables.ts";
import type { Trait } from "./trait.ts";

const DEFAULT_SAMPLE = 0.1;
/** What the operator puts into a running program. Go would need a privileged container, which no pod here may have. */
const INJECTED: ReadonlySet<string> = new Set(["java", "nodejs", "python", "dotnet"]);

/**
 * Traces go to the cluster's collector: by an agent that OpenTelemetry's operator puts into the pods where it can, else
 * by the SDK in the program, told where and how much by variables. What the declaration sets itself is left alone.
 */
export const traces: Trait = (build) => {
  const { traces: declared } = build.spec.telemetry ?? {};
  if (declared === undefined) return {};
  const { profile, template, destination } = build;
  const { telemetry } = profile;
  if (telemetry === undefined) {
    const because = `${destination.cluster} has no collector for them`;
    const remedy = "Ask the platform team for one; until then traces that the service makes go nowhere.";
    return { pod: { env: unset(build, resourceVariables(build)) }, gaps: [{ what: "Traces", because, remedy }] };
  }
  const sample = declared.sample ?? template.spec.traits?.traces?.sample ?? DEFAULT_SAMPLE;
  const { runtime } = declared;
  const { endpoint, httpEndpoint } = telemetry;
  if (
    !INJECTED.has(runtime) ||
    httpEndpoint === undefined ||
    !offers(profile, `${INSTRUMENTATION_API}/Instrumentation`)
  ) {
    return {
      pod: { env: unset(build, { ...resourceVariables(build), ...exporterVariables(endpoint, sample) }) },
      egress: wayOut(telemetry.namespace, endpoint),
      gaps: INJECTED.has(runtime) ? [notInjected(build, runtime)] : [],
    };
  }
  const annotations = {
    [`instrumentation.opentelemetry.io/inject-${runtime}`]: build.name,
    "instrumentation.opentelemetry.io/container-names": build.name,
  };
  return {
    objects: [instrumentation(build, httpEndpoint, sample)],
    pod: { annotations, env: unset(build, resourceVariables(build)) },
    egress: wayOut(telemetry.namespace, httpEndpoint),
  };
};

function unset({ spec }: Build, variables: ReturnType<typeof resourceVariables>): typeof variables {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !Object.hasOwn(spec.env ?? {}, name)));
}

function wayOut(namespace: string, endpoint: string): Rule[] {
  const collector = { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } } };
  return [{ to: [collector], ports: [{ port: portOf(endpoint), protocol: "TCP" }] }];
}

function portOf(endpoint: string): number {
  const { port, protocol } = new URL(endpoint);
  return Number(port) || (protocol === "https:" ? 443 : 80);
}

function notInjected({ destination, profile }: Build, runtime: string): Gap {
  const hasOperator = offers(profile, `${INSTRUMENTATION_API}/Instrumentation`);
  return {
    what: `Traces without code for ${runtime}`,
    because: hasOperator
      ? `the collector of ${destination.cluster} takes no OTLP over HTTP`
      : `${destination.cluster} has no OpenTelemetry operator`,
    remedy: "Bring OpenTelemetry's SDK in the program: its variables say where traces go.",
  };
}
