import { join } from "node:path";

/** Where the sandbox keeps its state unless FAIRLEAD_HOME says otherwise: an ignored folder of the checkout. */
export function defaultHome(): string {
  return join(import.meta.dirname, "../../../.fairlead");
}
