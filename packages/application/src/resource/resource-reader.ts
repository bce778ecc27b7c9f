import type { ResourceDocument } from "@fairlead/domain";
import type { EntityKind } from "../lookup/lookup-reader.ts";
import type { OwnerView } from "../service/service-reader.ts";
import type { FitDecisionView } from "./fit-decision.ts";

/** Something off the platform in a list. */
export interface ResourceListItem {
  name: string;
  title: string;
  description: string;
  type: string;
  owner: { team: string; title: string };
  tier?: number;
  /** How many services need it. */
  neededBy: number;
}

/** Everything about something off the platform. */
export interface ResourceView {
  name: string;
  title: string;
  /** The owner's contacts, its own first. */
  owner: OwnerView;
  system?: string;
  /** Counts its changes; an edit says which one it started from. */
  version: number;
  document: ResourceDocument;
  /** Services that need it. */
  neededBy: string[];
  /** Why it is not on Kubernetes: the newest first. Empty where it was declared by file. */
  decisions: FitDecisionView[];
}

export interface ResourceListQuery {
  /** Part of a name, title, description or host. */
  text?: string;
  teams?: readonly string[];
  /** The name that the page before ended with. */
  after?: string;
  limit: number;
}

export interface ResourceReader {
  list(query: ResourceListQuery): Promise<{ items: ResourceListItem[]; total: number; next?: string }>;
  get(name: string): Promise<ResourceView | undefined>;
  /** The newest first. */
  decisions(kind: EntityKind, name: string): Promise<FitDecisionView[]>;
}
