import { Card, changedLines, Disclosure, Pill, YamlView } from "@fairlead/ui";
import { Check, X } from "lucide-react";
import type { PolicyView } from "./policy-view.ts";

/** Objects on which it is tested, here and on a real API server: what each has of its own is lit up. */
export function PolicyExamplesCard({ policy: { examples } }: { policy: PolicyView }) {
  if (examples.length === 0) return null;
  const refused = examples.filter(({ denied }) => denied.length > 0).length;
  return (
    <Card title="Examples" aside={`${examples.length - refused} pass, ${refused} are refused`}>
      <div className="grid gap-1">
        {examples.map(({ case: what, kind, yaml, base, denied }) => (
          <Disclosure
            key={what}
            summary={
              <span className="flex items-baseline gap-2">
                {denied.length === 0 ? (
                  <Pill tone="good" icon={Check}>
                    passes
                  </Pill>
                ) : (
                  <Pill tone="bad" icon={X}>
                    refused
                  </Pill>
                )}
                <span className="min-w-0">{what}</span>
              </span>
            }
          >
            {denied.map((message) => (
              <p key={message} className="text-bad">
                {message}
              </p>
            ))}
            <YamlView text={yaml} label={`${kind}: ${what}`} marked={changedLines(base, yaml)} />
          </Disclosure>
        ))}
      </div>
    </Card>
  );
}
