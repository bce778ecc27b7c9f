import type { HealthState } from "@fairlead/domain";
import type { LinkView, OwnerView } from "../service/service-view.ts";

/** Who answers for what somebody had in their hand. */
export interface AnswerView {
  owner: OwnerView;
  match: {
    /** What was found, as it is called. */
    name: string;
    /** As a phrase: “pod of checkout in prod, on prod-eu”. */
    explanation: string;
    cluster?: string | undefined;
    observedAt?: string | undefined;
    goneAt?: string | undefined;
  };
  /** What it belongs to; a team alone has none. */
  entity?:
    | {
        kind: "Service" | "Resource" | "System";
        name: string;
        title: string;
        tier?: number | undefined;
        links: readonly LinkView[];
        /** On each cluster where it runs. */
        health: readonly {
          environment: string;
          cluster: string;
          health: HealthState;
          reason: string;
          observedAt?: string | undefined;
        }[];
        /** Services that need it: what is hit with it. */
        dependents: readonly string[];
        /** The last thing that somebody did to it. */
        lastChange?: { at: string; by: string; summary: string } | undefined;
      }
    | undefined;
}
