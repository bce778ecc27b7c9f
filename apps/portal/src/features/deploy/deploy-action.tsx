import { Button, LinkButton } from "@fairlead/ui";
import { ArrowRight } from "lucide-react";
import { paths } from "../../paths.ts";
import type { DeployTarget } from "./deploy-targets.ts";

export interface DeployActionProps {
  service: string;
  target: DeployTarget | undefined;
}

/** What can be done in one environment: watch what is under way, else promote what serves before it, else deploy. */
export function DeployAction({ service, target }: DeployActionProps) {
  if (target === undefined) return null;
  const { name, title, refusal, promotes, underWay } = target;
  if (underWay !== undefined) {
    return (
      <LinkButton small href={paths.delivery(underWay)} aria-label={`Watch the delivery to ${title}`}>
        Watch
      </LinkButton>
    );
  }
  const label = promotes === undefined ? "Deploy" : `Promote ${promotes.version}`;
  const icon = promotes === undefined ? {} : { icon: ArrowRight };
  if (refusal !== undefined) {
    return (
      <Button small refusal={refusal} {...icon}>
        {label}
      </Button>
    );
  }
  return (
    <LinkButton small href={paths.deploy(service, name, promotes?.image)} aria-label={`${label} to ${title}`} {...icon}>
      {label}
    </LinkButton>
  );
}
