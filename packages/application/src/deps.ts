import type { Profile, TemplateDocument } from "@fairlead/domain";
import type { PolicyExample } from "./policy/policy-example.ts";
import type { Readers } from "./readers.ts";
import type { ImageResolver } from "./release/image-resolver.ts";
import type { Judge } from "./release/judge.ts";
import type { UnitOfWork } from "./unit-of-work.ts";

/** What use cases get from the composition root: stores, the outside world behind ports, and settings. */
export interface Deps {
  /** Everything inside happens, or nothing does. */
  transact: UnitOfWork["transact"];
  read: Readers;
  now(): Date;
  /** SHA-256 as `sha256:…`. */
  digest(text: string): string;
  judge: Judge;
  /** Objects on which a policy is tested, by its id; where nobody shows them, left out. */
  policyExamples?: (policy: string) => PolicyExample[];
  images: ImageResolver;
  /** For a cluster that nobody has looked at yet. */
  defaultProfile: Profile;
  /** Templates that ship with Fairlead, for a preview before the catalog has any. */
  templates: readonly TemplateDocument[];
  /** Public address of the portal, without a slash at its end. */
  portalUrl: string;
}
