import { Card, Mono, TextLink } from "@fairlead/ui";
import { paths } from "../../paths.ts";
import { Judged } from "./policies-screen.tsx";
import type { PolicyView } from "./policy-view.ts";

/** Who breaks it now, by owner: at deny, the next deploy of each would be refused. */
export function BreakersCard({ policy: { findings, judged, stage } }: { policy: PolicyView }) {
  const teams = [...new Set(findings.map(({ team }) => team))].sort();
  return (
    <Card title="Who breaks it now" aside={findings.length > 0 ? wouldBe(stage) : undefined}>
      <div className="grid gap-3">
        {teams.length === 0 && judged.services > 0 && <p>Nobody: it would refuse nothing that was last delivered.</p>}
        {teams.map((team) => (
          <section key={team} aria-label={team} className="grid gap-1">
            <h3 className="font-strong">{team}</h3>
            <ul className="grid gap-1">
              {findings
                .filter((finding) => finding.team === team)
                .map(({ service, environment, cluster, object, message }) => (
                  <li key={`${service} ${environment} ${cluster} ${object} ${message}`} className="text-soft">
                    <TextLink href={paths.service(service)}>{service}</TextLink> in {environment} on {cluster}:{" "}
                    <Mono>{object}</Mono> {message}
                  </li>
                ))}
            </ul>
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
