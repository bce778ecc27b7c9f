import { Card, Mono, TextLink } from "@fairlead/ui";
import { paths } from "../../paths.ts";
import { groupFindings } from "./group-findings.ts";
import { Judged } from "./policies-screen.tsx";
import type { PolicyView } from "./policy-view.ts";

/** Who breaks it now, by owner: at deny, the next deploy of each would be refused. */
export function BreakersCard({ policy: { findings, judged, stage } }: { policy: PolicyView }) {
  const teams = groupFindings(findings);
  return (
    <Card title="Who breaks it now" aside={teams.length > 0 ? wouldBe(stage) : undefined}>
      <div className="grid gap-4">
        {teams.length === 0 && judged.services > 0 && <p>Nobody: it would refuse nothing that was last delivered.</p>}
        {teams.map(({ team, places }) => (
          <section key={team} aria-label={team} className="grid gap-2">
            <h3 className="text-faint text-label">{team}</h3>
            {places.map(({ service, environment, cluster, object, messages }) => (
              <div key={`${service} ${environment} ${cluster} ${object}`}>
                <p className="flex flex-wrap items-baseline gap-x-2">
                  <TextLink href={paths.service(service)} strong>
                    {service}
                  </TextLink>
                  <span className="text-faint text-label">
                    in {environment} on {cluster}, <Mono>{object}</Mono>
                  </span>
                </p>
                <ul className="list-disc pl-5 text-soft">
                  {messages.map((message) => (
                    <li key={message}>{message}</li>
                  ))}
                </ul>
              </div>
            ))}
          </section>
        ))}
        <p className="text-faint text-label">
          <Judged judged={judged} />
        </p>
      </div>
    </Card>
  );
}

function wouldBe(stage: PolicyView["stage"]): string {
  return stage === "deny" ? "their next deploy is refused" : "their next deploy would be refused, if it denied today";
}
