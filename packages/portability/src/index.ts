export { portabilityLine } from "./eject/does-not-travel.ts";
export { ejectBundle } from "./eject/eject-bundle.ts";
export type { BundleFile, EjectedService } from "./eject/ejected-service.ts";
