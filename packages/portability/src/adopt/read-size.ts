import { quantityValue, type Size, sizesOf, type TemplateDocument } from "@fairlead/domain";
import { fieldsOf } from "@fairlead/manifests";
import { type Adoptee, containerPath } from "./adopted.ts";

const EPHEMERAL = "1Gi";
/** What the baseline gives above the request, unless a size is guaranteed. */
const CPU_FACTOR = 4;

/** A size that keeps the resources of a container, and whether the template has it. */
export interface ReadSize {
  name: string;
  size: Size;
  isOffered: boolean;
}

/** The template's own smallest where nothing is said. */
export function readSize(adoptee: Adoptee, template: TemplateDocument): ReadSize | undefined {
  const resources = fieldsOf(adoptee.workload.containers[0]?.resources);
  const [requests, limits] = [fieldsOf(resources.requests), fieldsOf(resources.limits)];
  const cpu = text(requests.cpu) ?? text(limits.cpu);
  const memory = text(limits.memory) ?? text(requests.memory);
  if (cpu === undefined || memory === undefined) return undefined;
  const ephemeralStorage = text(limits["ephemeral-storage"]) ?? text(requests["ephemeral-storage"]);
  const guaranteed = text(limits.cpu) !== undefined && value(limits.cpu) === value(requests.cpu ?? limits.cpu);
  const size: Size = {
    cpu,
    memory,
    ephemeralStorage: ephemeralStorage ?? EPHEMERAL,
    ...(guaranteed ? { guaranteed } : {}),
  };
  say(adoptee, size);
  const offered = sizesOf(template).find((each) => isSame(each, size));
  if (offered !== undefined) return { name: offered.name, size, isOffered: true };
  const name = `cpu-${cpu}-mem-${memory}${guaranteed ? "-g" : ""}`.toLowerCase().replaceAll(/[^a-z0-9-]/g, "-");
  return { name, size, isOffered: false };
}

function isSame(a: Size, b: Size): boolean {
  const same = (field: "cpu" | "memory") => quantityValue(a[field]) === quantityValue(b[field]);
  return same("cpu") && same("memory") && (a.guaranteed ?? false) === (b.guaranteed ?? false);
}

function say(adoptee: Adoptee, size: Size): void {
  const { workload, ledger } = adoptee;
  const path = `${containerPath(adoptee)}.resources`;
  const { requests, limits } = fieldsOf(workload.containers[0]?.resources);
  const understood = (part: string) => ledger.say(workload.object, `${path}.${part}`, "understood", "It is spec.size.");
  const changed = (part: string, words: string) => ledger.say(workload.object, `${path}.${part}`, "changed", words);
  if (value(fieldsOf(requests).memory) === quantityValue(size.memory)) understood("requests.memory");
  else
    changed("requests.memory", `The request is the limit, ${size.memory}: memory that is lent is taken back by force.`);
  const most = (quantityValue(size.cpu) ?? 0) * CPU_FACTOR;
  const limit = value(fieldsOf(limits).cpu);
  if (size.guaranteed === true || limit === most) understood("limits.cpu");
  else changed("limits.cpu", `The limit is four times the request, ${most * 1000}m.`);
  understood("requests.cpu");
  understood("limits.memory");
  understood("requests.ephemeral-storage");
  understood("limits.ephemeral-storage");
}

function text(quantity: unknown): string | undefined {
  return quantity === undefined ? undefined : String(quantity);
}

function value(quantity: unknown): number | undefined {
  return quantity === undefined ? undefined : quantityValue(String(quantity));
}
