import type { KubernetesObject, ResolvedSpec } from "@fairlead/domain";

/** One service as it is taken away: what it declares for the environment, and what it became there. */
export interface EjectedService {
  name: string;
  /** How people call it. */
  title: string;
  spec: ResolvedSpec;
  /** All of its objects, as they were rendered. */
  objects: readonly KubernetesObject[];
}

/** A file of a bundle. */
export interface BundleFile {
  /** Relative, with slashes. */
  path: string;
  content: string;
}
