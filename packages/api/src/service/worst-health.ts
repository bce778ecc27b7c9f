import type { HealthState } from "@fairlead/domain";

/** How much a state wants somebody to look. */
const URGENCY = {
  Degraded: 5,
  Unknown: 4,
  Progressing: 3,
  Missing: 2,
  Suspended: 1,
  Healthy: 0,
} as const satisfies Record<HealthState, number>;

/** How several are as one: as the one that most wants a look. Missing where there is none. */
export function worstHealth(states: readonly HealthState[]): HealthState {
  return states.reduce<HealthState>(
    (worst, state) => (URGENCY[state] > URGENCY[worst] ? state : worst),
    states[0] ?? "Missing",
  );
}
