/** What an environment may answer otherwise in the form. Everything else can differ too, by file. */
export const OVERRIDES = ["size", "scale.min", "scale.max"] as const;
export type Override = (typeof OVERRIDES)[number];

/** Where an environment's own answer stands. */
export function overridePath(environment: string, override: Override): string {
  return `spec.environments.${environment}.${override}`;
}
