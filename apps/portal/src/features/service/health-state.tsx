import type { HealthState as Health } from "@fairlead/domain";
import { State } from "@fairlead/ui";

export interface HealthStateProps {
  /** As last seen. */
  health: Health;
  /** Clusters among those it runs on that cannot be reached now. */
  away: readonly string[];
}

/** How something is in a list. While a cluster is away nobody knows that it is well; that it is not, stays worth saying. */
export function HealthState({ health, away }: HealthStateProps) {
  if (away.length === 0 || health === "Degraded") return <State name={health} />;
  return <State name="Unreachable" detail={away.join(", ")} />;
}
