import type { ServiceDocument } from "@fairlead/domain";

/** A template among others. */
export interface TemplateListItem {
  name: string;
  title: string;
  description: string;
  workload: string;
  /** The newest. */
  version: string;
  publishedAt: Date;
  /** How many services use it, and how many of them its newest version. */
  services: number;
  onNewest: number;
  draft?: { by: string; at: Date };
}

export interface TemplateVersionView {
  version: string;
  publishedAt: Date;
  /** Missing where it came with Fairlead or by a program. */
  by?: string;
  note: string;
}

/** A service that uses a template. */
export interface TemplateUser {
  name: string;
  title: string;
  owner: { team: string; title: string };
  version: string;
}

export interface TemplateDraft {
  text: string;
  /** Rises with each save. */
  version: number;
  by: string;
  at: Date;
}

export interface TemplateReader {
  list(): Promise<TemplateListItem[]>;
  /** The newest first. */
  versions(name: string): Promise<TemplateVersionView[]>;
  /** By name, at most `limit`. */
  users(name: string, limit: number): Promise<TemplateUser[]>;
  /** The declarations of those who use it, whatever version, by name. */
  declarations(
    name: string,
    page: { after?: string; limit: number },
  ): Promise<{ services: ServiceDocument[]; total: number }>;
  /** The text as it was written, where it was written in the portal. */
  source(name: string, version: string): Promise<string | undefined>;
  draft(name: string): Promise<TemplateDraft | undefined>;
}
