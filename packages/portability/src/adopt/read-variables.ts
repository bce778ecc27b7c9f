import type { KubernetesObject, Need, Port } from "@fairlead/domain";
import { type Fields, fieldsOf, itemsOf } from "@fairlead/manifests";
import { type Adoptee, containerPath } from "./adopted.ts";
import type { Verdict } from "./ledger.ts";
import type { ServiceNames } from "./service-names.ts";

export interface ReadVariables {
  env: Record<string, string>;
  needs: Need[];
  secrets: { name: string; keys: string[] }[];
}

const ADDRESS = /^([a-z]([-a-z0-9]*[a-z0-9])?(?:\.[-a-z0-9.]+)?):(\d{1,5})$/;

/** Variables apart: plain ones, addresses of what is called, and those that hold secrets. */
export function readVariables(adoptee: Adoptee, names: ServiceNames): ReadVariables {
  const { workload, ledger } = adoptee;
  const read: ReadVariables = { env: {}, needs: [], secrets: [] };
  const [container = {}] = workload.containers;
  const path = containerPath(adoptee);
  for (const [index, source] of itemsOf(container.envFrom).map(fieldsOf).entries()) {
    ledger.say(workload.object, `${path}.envFrom.${index}`, ...readSource(adoptee, source, read));
  }
  for (const [index, variable] of itemsOf(container.env).map(fieldsOf).entries()) {
    ledger.say(workload.object, `${path}.env.${index}`, ...readVariable(adoptee, variable, names, read));
  }
  return { ...read, secrets: merged(read.secrets) };
}

/** All values of a ConfigMap at once. */
function readSource(adoptee: Adoptee, source: Fields, { env }: ReadVariables): Verdict {
  const config = configMap(adoptee, fieldsOf(source.configMapRef).name);
  if (config !== undefined && source.prefix === undefined) {
    for (const [key, value] of Object.entries(fieldsOf(config.data))) env[key] = String(value);
    adoptee.ledger.say(config, "data", "understood", "Its values are spec.env.");
    return ["understood", "Its values are spec.env."];
  }
  return source.secretRef !== undefined
    ? ["left", "A whole Secret as variables: name its keys under spec.secrets; they become files."]
    : ["left", "The ConfigMap is not among the manifests: give it too, or write its values under spec.env."];
}

function readVariable(adoptee: Adoptee, variable: Fields, names: ServiceNames, read: ReadVariables): Verdict {
  const name = String(variable.name);
  const source = fieldsOf(variable.valueFrom);
  if (source.secretKeyRef !== undefined) {
    const secret = fieldsOf(source.secretKeyRef);
    read.secrets.push({ name: String(secret.name), keys: [String(secret.key)] });
    return ["changed", `A secret is a file: $SERVICE_BINDING_ROOT/${secret.name}/${secret.key} instead of ${name}.`];
  }
  if (source.configMapKeyRef !== undefined) {
    const asked = fieldsOf(source.configMapKeyRef);
    const config = configMap(adoptee, asked.name);
    const value = fieldsOf(config?.data)[String(asked.key)];
    if (config === undefined || value === undefined) {
      return ["left", `${name} comes from a ConfigMap that is not among the manifests: write it under spec.env.`];
    }
    read.env[name] = String(value);
    adoptee.ledger.say(config, `data.${asked.key}`, "understood", `It is spec.env.${name}.`);
    return ["understood", `It is spec.env.${name}.`];
  }
  if (variable.valueFrom !== undefined) return ["left", "A declaration has no values from the pod itself."];
  const value = String(variable.value ?? "");
  const need = needOf(name, value, names);
  if (need === undefined) {
    read.env[name] = value;
    return ["understood", `It is spec.env.${name}.`];
  }
  read.needs.push(need);
  return "optional" in need
    ? [
        "changed",
        `Nobody among the manifests answers under ${value}: ${name} is an optional call, and empty until somebody does.`,
      ]
    : ["understood", "It is a need: the address is filled in, and the way there opened."];
}

/** A variable that holds the address of something in the cluster is a need. */
function needOf(as: string, value: string, names: ServiceNames): Need | undefined {
  const match = ADDRESS.exec(value);
  if (match === null) return undefined;
  const [, host = "", , port = ""] = match;
  const answer = names.find(host);
  if (answer?.kind === "resource") return { resource: answer.name, as };
  if (answer !== undefined) return { service: answer.name, ...portNamed(answer.ports, Number(port)), as };
  const isInside = !host.includes(".") && host !== "localhost" && host.length >= 2 && host.length <= 40;
  return isInside ? { service: host, as, optional: true } : undefined;
}

/** The first port is the one that is meant where none is named. */
function portNamed(ports: readonly Port[], number: number): { port?: string } {
  const meant = ports.find(({ port, servicePort = port }) => servicePort === number);
  return meant === undefined || meant === ports[0] ? {} : { port: meant.name };
}

function configMap({ all, workload }: Adoptee, name: unknown): KubernetesObject | undefined {
  const { namespace } = workload.object.metadata;
  return all.find(
    ({ kind, metadata }) => kind === "ConfigMap" && metadata.name === name && metadata.namespace === namespace,
  );
}

function merged(secrets: ReadVariables["secrets"]): ReadVariables["secrets"] {
  const byName = Map.groupBy(secrets, ({ name }) => name);
  return [...byName].map(([name, all]) => ({ name, keys: [...new Set(all.flatMap(({ keys }) => keys))] }));
}
