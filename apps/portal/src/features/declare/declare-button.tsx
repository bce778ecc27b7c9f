import { decide } from "@fairlead/domain";
import { Button, LinkButton } from "@fairlead/ui";
import { Plus } from "lucide-react";
import type { Answers } from "../../answers.ts";
import { paths } from "../../paths.ts";
import { actorOfMe } from "./actor-of-me.ts";

/** The way to the form; who may not declare is told why, and who could. */
export function DeclareButton({ me }: { me: Answers["session"]["me"] }) {
  const decision = decide(actorOfMe(me), "service.declare");
  if (!decision.allowed) {
    return (
      <Button refusal={decision.reason} icon={Plus}>
        Declare a service
      </Button>
    );
  }
  return (
    <LinkButton href={paths.declare()} look="primary" icon={Plus}>
      Declare a service
    </LinkButton>
  );
}
