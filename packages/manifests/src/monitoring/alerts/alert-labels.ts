import type { Tier } from "@fairlead/domain";
import type { Build } from "../../render/build.ts";
import type { Alert } from "./alert.ts";

/** Wakes somebody, or waits in a list until somebody works. */
type Severity = "page" | "ticket";

/** Tiers whose urgent alerts may wake somebody. */
const WAKING: ReadonlySet<Tier> = new Set([1, 2]);

/** What Alertmanager routes by. Team and tier are those of now. */
export function alertLabels(build: Build, alert: Pick<Alert, "urgent" | "labels">): Record<string, string> {
  return {
    severity: severityOf(build, alert.urgent),
    team: build.refs.team,
    tier: String(build.refs.tier),
    service: build.name,
    environment: build.environment.metadata.name,
    ...alert.labels,
  };
}

/** Outside production nobody is ever woken. */
function severityOf({ environment, refs }: Build, urgent: boolean): Severity {
  return urgent && environment.spec.production === true && WAKING.has(refs.tier) ? "page" : "ticket";
}
