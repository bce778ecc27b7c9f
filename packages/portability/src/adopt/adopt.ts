import {
  API_VERSION,
  checkService,
  type FairleadDocument,
  type KubernetesObject,
  type Port,
  type ServiceDocument,
  type Size,
  type TemplateDocument,
} from "@fairlead/domain";
import { type Workload, workloadOf } from "../workload/workload-of.ts";
import { adoptStore } from "./adopt-store.ts";
import { type Adoptee, type AdoptOptions, containerPath } from "./adopted.ts";
import { chooseTemplate } from "./choose-template.ts";
import { dataStore } from "./data-store.ts";
import { deployStepOf } from "./deploy-step.ts";
import { type Finding, type Ledger, ledger as newLedger } from "./ledger.ts";
import { readExposure } from "./read-exposure.ts";
import { readHealth } from "./read-health.ts";
import { readMetrics } from "./read-metrics.ts";
import { readPorts } from "./read-ports.ts";
import { readRuntime } from "./read-runtime.ts";
import { readSize } from "./read-size.ts";
import { readVariables } from "./read-variables.ts";
import { readVolumes } from "./read-volumes.ts";
import { sayAround, sayBaseline, sayIdentity } from "./say-baseline.ts";
import { type Answering, type ServiceNames, serviceNames } from "./service-names.ts";
import { servicesOf } from "./services-of.ts";

/** Plain manifests as declarations, and what became of every field of theirs. */
export interface Adoption {
  /** Services and resources, and templates for sizes that no template offers. Still to be checked like any document. */
  documents: FairleadDocument[];
  findings: Finding[];
}

/**
 * Reads plain manifests into declarations. Nothing is dropped silently: every field of every object is a finding, as
 * understood, changed by the baseline, or left. Values of Secrets are never given back.
 */
export function adopt(objects: readonly KubernetesObject[], options: AdoptOptions): Adoption {
  const ledger = newLedger(objects);
  const workloads = objects.flatMap((object) => workloadOf(object) ?? []);
  const steps = new Set(workloads.map((workload) => deployStepOf(workload, objects)?.object));
  const runs = workloads.filter(({ object }) => !steps.has(object));
  const adoptees = runs.map((workload): Candidate => {
    const adoptee = { name: workload.object.metadata.name, workload, all: objects, ledger };
    return { adoptee, ports: readPorts(adoptee).ports ?? [], store: dataStore(imageOf(workload)) };
  });
  const names = serviceNames(new Map(adoptees.flatMap(answersOf)));
  const sizes = new Map<TemplateDocument, Record<string, Size>>();
  const documents = adoptees.flatMap((candidate): FairleadDocument[] => {
    const { adoptee, ports, store } = candidate;
    if (store !== undefined) return [adoptStore(adoptee, { type: store, ports }, options)];
    const service = adoptWorkload(candidate, names, options, sizes);
    return service === undefined ? [] : [service];
  });
  for (const object of objects) if (workloadOf(object) === undefined) sayRest(ledger, object, adoptees);
  return { documents: [...[...sizes].map(withSizes), ...documents], findings: ledger.findings() };
}

interface Candidate {
  adoptee: Adoptee;
  ports: Port[];
  /** The kind of store that it is. */
  store: string | undefined;
}

function imageOf({ containers }: Workload): string {
  return String(containers[0]?.image ?? "");
}

function answersOf({ adoptee, ports, store }: Candidate): [KubernetesObject, Answering][] {
  const answer: Answering = { name: adoptee.name, kind: store === undefined ? "service" : "resource", ports };
  return servicesOf(adoptee.workload, adoptee.all).map((service) => [service, answer]);
}

function adoptWorkload(
  { adoptee, ports }: Candidate,
  names: ServiceNames,
  options: AdoptOptions,
  sizes: Map<TemplateDocument, Record<string, Size>>,
): ServiceDocument | undefined {
  const { name, workload, ledger } = adoptee;
  const { object } = workload;
  const template = chooseTemplate(workload.kind, ports, options.templates);
  if (template === undefined) {
    sayIdentity(adoptee, object);
    ledger.say(object, "", "left", `No golden template makes a ${workload.kind} like this: keep it where it is.`);
    return undefined;
  }
  const image = imageOf(workload);
  ledger.say(object, `${containerPath(adoptee)}.image`, "understood", "It is spec.image.");
  const size = readSize(adoptee, template);
  const isAdopted = size !== undefined && !size.isOffered;
  if (isAdopted) sizes.set(template, { ...sizes.get(template), [size.name]: size.size });
  const health = workload.kind === "CronJob" ? undefined : readHealth(adoptee, ports);
  const { env, needs, secrets } = readVariables(adoptee, names);
  const places = readVolumes(adoptee);
  const allSecrets = [...secrets, ...(places.secrets ?? [])];
  const spec: ServiceDocument["spec"] = {
    template: reference(
      isAdopted ? adoptedName(template) : template.metadata.name,
      isAdopted ? "1.0.0" : template.metadata.version,
    ),
    owner: options.owner,
    image,
    ...(ports.length === 0 ? {} : { ports }),
    ...(workload.kind === "CronJob" ? {} : readExposure(adoptee)),
    ...readRuntime(adoptee),
    ...readMetrics(adoptee, ports),
    ...(health === undefined ? {} : { health }),
    ...(size === undefined ? {} : { size: size.name }),
    ...(Object.keys(env).length === 0 ? {} : { env }),
    ...(needs.length === 0 ? {} : { needs }),
    ...places,
    ...(allSecrets.length === 0 ? {} : { secrets: allSecrets }),
    environments: Object.fromEntries(options.environments.map((environment) => [environment, {}])),
  };
  const document: ServiceDocument = { apiVersion: API_VERSION, kind: "Service", metadata: { name }, spec };
  const wrong = checkService(document).violations.find(({ path }) => path === "metadata.name");
  if (wrong !== undefined) {
    ledger.say(object, "metadata.name", "left", `${name} ${wrong.reason}: adopt it under another name.`);
  }
  sayBaseline(adoptee);
  return document;
}

function reference(name: string, version: string): string {
  return `${name}@${version}`;
}

function adoptedName({ metadata }: TemplateDocument): string {
  return `adopted-${metadata.name}`;
}

/** The template with the sizes that manifests had beside its own. */
function withSizes([template, sizes]: [TemplateDocument, Record<string, Size>]): TemplateDocument {
  const { metadata, spec } = template;
  const title = `${metadata.title}, adopted`;
  const description = `${metadata.title} with the sizes of what was adopted. Move to an ordinary size when you can.`;
  return {
    ...template,
    metadata: { ...metadata, name: adoptedName(template), version: "1.0.0", title, description },
    spec: { ...spec, sizes: { ...spec.sizes, ...sizes } },
  };
}

function sayRest(ledger: Ledger, object: KubernetesObject, adoptees: readonly Candidate[]): void {
  const isOfService = adoptees.some(({ adoptee }) => servicesOf(adoptee.workload, adoptee.all).includes(object));
  if (isOfService) sayIdentity({ ledger }, object);
  else if (object.kind !== "Ingress" && object.kind !== "HTTPRoute") sayAround(ledger, object);
}
