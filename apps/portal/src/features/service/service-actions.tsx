import { Button, LinkButton } from "@fairlead/ui";
import { ArrowUpToLine, Pencil, Rocket } from "lucide-react";
import type { Answers } from "../../answers.ts";
import { paths } from "../../paths.ts";
import { deployTargets } from "../deploy/deploy-targets.ts";

/** What can be done to a service; what is refused says why. */
export function ServiceActions({ service }: { service: Answers["service"]["get"] }) {
  const { name, can, source, newerTemplate } = service;
  const refusal =
    source === "repository"
      ? "This declaration is kept in a repository: change it there, or the next push would undo it."
      : can.edit.allowed
        ? undefined
        : can.edit.reason;
  const targets = deployTargets(service);
  const allowed = targets.find((target) => target.refusal === undefined);
  return (
    <>
      {newerTemplate !== undefined && refusal === undefined && (
        <LinkButton href={paths.upgrade(name)} icon={ArrowUpToLine}>
          Upgrade
        </LinkButton>
      )}
      {refusal === undefined ? (
        <LinkButton href={paths.editService(name)} icon={Pencil}>
          Edit
        </LinkButton>
      ) : (
        <Button refusal={refusal} icon={Pencil}>
          Edit
        </Button>
      )}
      {targets.length > 0 &&
        (allowed === undefined ? (
          <Button refusal={targets[0]?.refusal} icon={Rocket}>
            Deploy
          </Button>
        ) : (
          <LinkButton href={paths.deploy(name, allowed.name)} look="primary" icon={Rocket}>
            Deploy
          </LinkButton>
        ))}
    </>
  );
}
