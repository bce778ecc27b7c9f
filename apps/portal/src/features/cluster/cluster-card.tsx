import { Card, Mono, Pill, ProgressBar, State, Time } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";
import { ClusterPoliciesLine } from "../policy/cluster-policies-line.tsx";
import { ClusterOffer } from "./cluster-offer.tsx";
import type { ClusterView } from "./cluster-view.ts";
import { STALE_SECONDS } from "./last-contact.ts";

export interface ClusterCardProps {
  cluster: ClusterView;
  /** How its policies stand, where somebody looked. */
  policies: Answers["policy"]["clusters"][number] | undefined;
}

/** Whether a cluster answers, what runs on it, and what about it is not real. */
export function ClusterCard({ cluster, policies }: ClusterCardProps) {
  const { title, name, region, environments, services, kubernetesVersion, simulated } = cluster;
  return (
    <Card
      title={title}
      aside={
        <span className="text-body">
          <ClusterState cluster={cluster} />
        </span>
      }
      {...(cluster.lastContactAt === undefined
        ? {}
        : {
            footer: (
              <span className="text-faint text-label">
                last heard of <Time at={cluster.lastContactAt} staleAfter={STALE_SECONDS} />
              </span>
            ),
          })}
    >
      <div className="grid gap-3">
        <div className="flex flex-wrap items-center gap-2 text-faint text-label">
          {title !== name && <Mono>{name}</Mono>}
          {kubernetesVersion !== undefined && <Mono>Kubernetes {kubernetesVersion}</Mono>}
          {region !== undefined && <span>{region}</span>}
          {environments.map((environment) => (
            <Pill key={environment}>{environment}</Pill>
          ))}
          <span>{services === 1 ? "1 service" : `${services} services`}</span>
        </div>
        {cluster.preparation !== undefined && (
          <div className="grid gap-1.5">
            <ProgressBar value={cluster.preparation.percent / 100} label={`Preparing ${title}`} />
            <p className="text-soft">{cluster.preparation.message}</p>
          </div>
        )}
        {cluster.unreachableReason !== undefined && cluster.preparation === undefined && (
          <p className="text-warn">{cluster.unreachableReason}</p>
        )}
        {policies !== undefined && cluster.preparation === undefined && <ClusterPoliciesLine sync={policies} />}
        {simulated && (
          <p className="text-soft">
            The API server, scheduler and controllers are real; the nodes are simulated. Pods run nothing: probes,
            users, networks and volumes are not exercised.
          </p>
        )}
        {cluster.offer !== undefined && <ClusterOffer offer={cluster.offer} />}
      </div>
    </Card>
  );
}

function ClusterState({ cluster }: { cluster: ClusterView }) {
  const { preparation, unreachableSince, lastContactAt } = cluster;
  if (preparation !== undefined) {
    return <State name="Progressing" word="Being prepared" detail={`${Math.round(preparation.percent)} %`} />;
  }
  if (unreachableSince !== undefined) {
    return <State name="Unreachable" word="Unreachable since" detail={<Time at={unreachableSince} form="clock" />} />;
  }
  if (lastContactAt === undefined) return <State name="Unknown" word="Not asked yet" />;
  // Nobody asks it any more: then that it answered says nothing of now.
  const old = Date.now() - Date.parse(lastContactAt) > STALE_SECONDS * 1000;
  return old ? <State name="Stale" word="Not heard of lately" /> : <State name="Healthy" word="Answers" />;
}
