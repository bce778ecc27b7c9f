import { findOption, type ListedException } from "@fairlead/application";
import type { ExceptionStep } from "@fairlead/domain";
import type { SignedInContext } from "../api-context.ts";
import type { ExceptionDto } from "./exception-dto.ts";

export function presentException({ deps }: Pick<SignedInContext, "deps">, exception: ListedException): ExceptionDto {
  const { number, state, service, team, environments, subject, reason, control, requested, until } = exception;
  const { decision, ended } = exception;
  const name = subject.kind === "policy" ? subject.policy : subject.setting;
  return {
    number,
    state,
    service,
    team,
    environments: [...environments],
    subject: {
      kind: subject.kind,
      name,
      // A policy may have left the library since.
      title: findOption(deps, subject)?.title ?? name,
      ...(subject.kind === "setting" ? { value: JSON.stringify(subject.value) } : {}),
    },
    reason,
    control,
    requestedBy: requested.by,
    requestedAt: requested.at.toISOString(),
    until: until.toISOString(),
    ...(decision === undefined ? {} : { decision: { ...presentStep(decision), kind: decision.kind } }),
    ...(ended === undefined ? {} : { ended: presentStep(ended) }),
  };
}

function presentStep({ by, at, reason }: ExceptionStep) {
  return { by, at: at.toISOString(), reason };
}
