import type { Exception } from "@fairlead/domain";
import type { ClusterReference } from "../delivery/cluster-port.ts";

/** A managed namespace that is let off something, or should be. */
export interface LabelledPlace {
  destinationId: string;
  service: string;
  environment: string;
  namespace: string;
  /** Policies that its labels let it off, as last seen. */
  seen: readonly string[];
}

/** What clusters were last seen to hold of exceptions, and what they should hold. */
export interface ExceptionLabelStore {
  /** Those that can be asked: not those being prepared, nor those known to be away. */
  clusters(): Promise<ClusterReference[]>;
  /** The places on a cluster that any approved exception concerns, or that are seen to be let off something. */
  places(cluster: string, now: Date): Promise<{ places: LabelledPlace[]; exceptions: Exception[] }>;
  saw(destinationId: string, policies: readonly string[]): Promise<void>;
  /** After a look at all managed namespaces of a cluster. */
  sawAll(cluster: string, byNamespace: ReadonlyMap<string, readonly string[]>): Promise<void>;
}
