import type { KubernetesObject, ServiceRuntime, TemplateDocument } from "@fairlead/domain";
import type { Workload } from "../workload/workload-of.ts";
import type { Ledger } from "./ledger.ts";

/** What somebody who adopts says beyond the manifests. */
export interface AdoptOptions {
  /** The team that owns what is adopted. */
  owner: string;
  /** Where it runs: names of environments. */
  environments: readonly string[];
  /** Those that may be used, the newest version of each. */
  templates: readonly TemplateDocument[];
}

/** One workload on its way into a declaration, with all that lies around it. */
export interface Adoptee {
  name: string;
  workload: Workload;
  /** Everything that is adopted with it. */
  all: readonly KubernetesObject[];
  ledger: Ledger;
}

/** A part of a declaration that one concern reads out of manifests. */
export type Reader = (adoptee: Adoptee) => Partial<ServiceRuntime>;

/** Where the first container stands in its workload. */
export function containerPath({ workload }: Adoptee): string {
  return `${workload.templatePath}.spec.containers.0`;
}
