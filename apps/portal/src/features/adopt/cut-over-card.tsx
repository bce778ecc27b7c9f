import { Card } from "@fairlead/ui";

const STEPS = [
  ["Add to the catalog", "Each service has an owner from then on. Nothing runs yet, and the old one is not touched."],
  [
    "Deploy it beside the old one",
    "It gets a namespace of its own. Watch its checks, its memory and its closed network.",
  ],
  [
    "Cut over",
    "Inside the cluster, make the old Service an ExternalName of the new address; outside, move the host to the platform's gateway. Either can be taken back with one change.",
  ],
  ["Take the old one away", "After a week without traffic, by hand: Fairlead deletes nothing that it has not made."],
] as const;

/** How a service that lives already moves without a gap. */
export function CutOverCard() {
  return (
    <Card title="How it goes on">
      <ol className="grid gap-3">
        {STEPS.map(([title, words], index) => (
          <li key={title} className="grid grid-cols-[1.5rem_1fr] gap-x-2">
            <span aria-hidden className="font-strong text-faint tabular-nums">
              {index + 1}
            </span>
            <p>
              <span className="font-strong">{title}.</span> <span className="text-soft">{words}</span>
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
