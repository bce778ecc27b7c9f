export { type Adoption, adopt } from "./adopt/adopt.ts";
export type { AdoptOptions } from "./adopt/adopted.ts";
export { type Finding, OUTCOMES, type Outcome } from "./adopt/ledger.ts";
export { portabilityLine } from "./eject/does-not-travel.ts";
export { ejectBundle } from "./eject/eject-bundle.ts";
export type { BundleFile, EjectedService } from "./eject/ejected-service.ts";
