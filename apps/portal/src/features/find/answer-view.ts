import type { HealthState } from "@fairlead/domain";
import type { ActivityView } from "../activity/activity-list.tsx";
import type { LinkView, OwnerView } from "../service/service-view.ts";

/** Who answers for what somebody had in their hand. */
export interface AnswerView {
  owner: OwnerView;
  match: {
    /** What was found, as it is called. */
    name: string;
    /** As a phrase: “pod of checkout in prod, on prod-eu”. */
    explanation: string;
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
        health: readonly { environment: string; health: HealthState }[];
      }
    | undefined;
  /** What was done to it last; for the best answer only. */
  lately?: readonly ActivityView[] | undefined;
  /** Who calls it, so may be hit with it; for the best answer only. */
  calledBy?: readonly string[] | undefined;
}
