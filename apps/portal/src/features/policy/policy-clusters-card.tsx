import { Card, Pill, Time, type Tone } from "@fairlead/ui";
import { STALE_SECONDS } from "../cluster/last-contact.ts";
import type { PolicyView } from "./policy-view.ts";

type Standing = NonNullable<PolicyView["inClusters"][number]["standing"]>;

const LOOKS = {
  "in-step": { word: "In step", tone: "good" },
  behind: { word: "Behind", tone: "warn" },
  changed: { word: "Changed by hand", tone: "bad" },
  missing: { word: "Missing", tone: "bad" },
  refused: { word: "Refused", tone: "bad" },
  unsupported: { word: "Not possible there", tone: "warn" },
} as const satisfies Record<Standing["state"], { word: string; tone: Tone }>;

/** How it stands in each cluster, how old that is, and what others did to it. */
export function PolicyClustersCard({ policy: { inClusters, events } }: { policy: PolicyView }) {
  return (
    <Card title="In clusters">
      <div className="grid gap-3">
        {inClusters.map(({ sync, standing }) => (
          <section key={sync.cluster} aria-label={sync.cluster} className="grid gap-1">
            <h3 className="flex flex-wrap items-center gap-2 font-strong">
              {sync.cluster}
              {standing === undefined ? (
                <Pill>Not looked yet</Pill>
              ) : (
                <Pill tone={LOOKS[standing.state].tone}>{LOOKS[standing.state].word}</Pill>
              )}
              {sync.checkedAt !== undefined && (
                <span className="font-normal text-faint text-label">
                  as of <Time at={sync.checkedAt} staleAfter={STALE_SECONDS} />
                </span>
              )}
            </h3>
            {standing !== undefined && standing.detail !== "" && (
              <p className="text-soft">
                {standing.detail}
                {standing.changedBy !== undefined && ` ${standing.changedBy} did it`}
                {standing.changedAt !== undefined && (
                  <>
                    {" "}
                    <Time at={standing.changedAt} />
                  </>
                )}
              </p>
            )}
            {sync.problem !== "" && <p className="text-warn">Could not be looked at: {sync.problem}.</p>}
            {sync.mode === "observe" && (
              <p className="text-faint text-label">Its admin applies policies; here they are only watched.</p>
            )}
          </section>
        ))}
        {events.length > 0 && (
          <ul aria-label="What happened" className="grid gap-1 border-line border-t pt-3 text-label text-soft">
            {events.map(({ at, cluster, message }) => (
              <li key={`${at} ${message}`}>
                <Time at={at} /> on {cluster}: {message}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}
