import { Card, Mono, PodBars, State, type Step, Steps, Time } from "@fairlead/ui";
import { Check, CircleDashed, LoaderCircle, X } from "lucide-react";
import { deliveryState } from "./delivery-state.ts";
import { deliverySteps, type StepState } from "./delivery-steps.ts";
import type { DeliveryView } from "./delivery-view.ts";
import { podsOfDelivery } from "./pods-of-delivery.ts";

const STEP_LOOKS = {
  done: { icon: Check, tone: "good" },
  now: { icon: LoaderCircle, tone: "moving", moving: true },
  next: { icon: CircleDashed },
  failed: { icon: X, tone: "bad" },
} as const satisfies Record<StepState, Omit<Step, "key" | "title">>;

/** How far a release is on one cluster. */
export function DeliveryCard({ delivery }: { delivery: DeliveryView }) {
  const { cluster, reason, simulated, clusterUnreachableSince, clusterPreparation } = delivery;
  const troubled = delivery.pods.filter((pod) => pod.reason !== "" && pod.health !== "Healthy");
  const pods = podsOfDelivery(delivery);
  const way = deliverySteps(delivery);
  // What it does or where it broke; else what it waits for.
  const spoken =
    way.find(({ state }) => state === "now" || state === "failed") ?? way.find(({ state }) => state === "next");
  const steps: Step[] = way.map(({ key, title, state, at }) => ({
    key,
    title,
    ...STEP_LOOKS[state],
    ...(key === spoken?.key && reason !== "" ? { detail: reason } : {}),
    ...(at === undefined ? {} : { at: <Time at={at} form="clock" /> }),
  }));
  return (
    <Card
      title={
        <span className="flex items-center gap-3">
          {cluster}
          {pods.length > 0 && <PodBars pods={pods} />}
        </span>
      }
      aside={
        <span className="text-body">
          <State {...deliveryState(delivery)} />
        </span>
      }
      {...(simulated
        ? { footer: <span className="text-faint text-label">Simulated cluster: its pods run nothing.</span> }
        : {})}
    >
      <Steps label={`Delivery to ${cluster}`} steps={steps} />
      {clusterPreparation !== undefined && <p className="text-soft">{clusterPreparation}</p>}
      {clusterUnreachableSince !== undefined && (
        <p className="text-warn">
          {cluster} cannot be reached since <Time at={clusterUnreachableSince} form="clock" />. It goes on by itself
          when the cluster answers again.
        </p>
      )}
      {troubled.length > 0 && (
        <ul className="grid gap-1 border-line border-t pt-3">
          {troubled.map((pod) => (
            <li key={pod.name} className="text-soft">
              <Mono>{pod.name}</Mono> {pod.reason}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
