import {
  type Actor,
  AppError,
  type ExceptionSubject,
  exceptionState,
  longestUntil,
  type ServiceDocument,
  type Violation,
} from "@fairlead/domain";
import { mutate } from "../access/mutate.ts";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import { findOption } from "./exception-options.ts";
import type { ExceptionView } from "./exception-reader.ts";
import { subjectInWords } from "./subject-in-words.ts";

export interface RequestExceptionInput {
  service: string;
  environments: readonly string[];
  subject: ExceptionSubject;
  reason: string;
  /** What keeps the harm small meanwhile. */
  control: string;
  until: Date;
}

/**
 * Asks for an exception. It holds nothing until another person approves it.
 *
 * @throws AppError `forbidden`, `not-found`, `invalid` with what is wrong with the request, `conflict` where another one
 * says the same
 */
export async function requestException(
  deps: Pick<Deps, "transact" | "read" | "judge" | "now">,
  actor: Actor,
  input: RequestExceptionInput,
): Promise<{ number: number }> {
  const { service, environments, subject, reason, control, until } = input;
  const view = await deps.read.service.get(service);
  if (view === undefined) throw new AppError("not-found", `There is no service named ${service.slice(0, 60)}.`);
  const demand = { permission: "exception.request", scope: { team: view.owner.team } } as const;
  requirePermission(actor, demand.permission, demand.scope);
  if (actor.personId === "") throw new AppError("invalid", "An exception is asked for by a person.");
  const now = deps.now();
  const violations = [
    ...wrongEnvironments(view.document, environments, (await deps.read.catalog.environments()).map(nameOf)),
    ...wrongSubject(deps, subject),
    ...wrongEnd(deps, subject, until, now),
  ];
  if (violations.length > 0) throw new AppError("invalid", "The request is not right yet.", { violations });

  return mutate(deps, actor, demand, async (tx) => {
    const same = (await tx.exception.openOf(service, now)).find((other) => asksTheSame(other, input));
    if (same !== undefined) {
      const state = exceptionState(same, now) === "in-force" ? "holds already" : "waits for a decision already";
      throw new AppError("conflict", `Exception ${same.number} asks for the same and ${state}.`);
    }
    const requested = { personId: actor.personId, by: actor.name, at: now };
    const { number } = await tx.exception.add({ service, environments, subject, reason, control, requested, until });
    const summary = `Asked for exception ${number} from ${subjectInWords(subject)} in ${environments.join(", ")}`;
    const record = {
      action: "exception.request",
      subject: { kind: "Service", name: service },
      team: view.owner.team,
      details: { summary, exception: number, reason, control, until: until.toISOString() },
    };
    return { result: { number }, audit: [record] };
  });
}

const nameOf = ({ metadata }: { metadata: { name: string } }) => metadata.name;

function wrongEnvironments(
  { metadata, spec }: ServiceDocument,
  asked: readonly string[],
  known: readonly string[],
): Violation[] {
  const declared = spec.environments === undefined ? known : known.filter((name) => spec.environments?.[name]);
  return asked
    .filter((name) => !declared.includes(name))
    .map((name) => ({
      path: "environments",
      reason: known.includes(name) ? `${metadata.name} does not run in ${name}` : `there is no environment ${name}`,
      remedy: `Choose among ${declared.join(", ")}.`,
      severity: "error",
    }));
}

function wrongSubject(deps: Pick<Deps, "judge">, subject: ExceptionSubject): Violation[] {
  const option = findOption(deps, subject);
  const error = { path: "subject", severity: "error" } as const;
  if (option === undefined)
    return [{ ...error, reason: "there is no such policy", remedy: "Choose one of those offered." }];
  if (option.refusal === undefined) return [];
  return [{ ...error, reason: option.refusal, remedy: "Change the service so that it keeps this policy." }];
}

function wrongEnd(deps: Pick<Deps, "judge">, subject: ExceptionSubject, until: Date, now: Date): Violation[] {
  const error = { path: "until", severity: "error" } as const;
  if (until.getTime() <= now.getTime())
    return [{ ...error, reason: "has passed already", remedy: "Choose a moment to come." }];
  const option = findOption(deps, subject);
  if (option === undefined || until.getTime() <= longestUntil(option.severity, now).getTime()) return [];
  const longest = `${option.longestDays} days`;
  const remedy = `Choose an earlier day; who still needs it then asks again.`;
  return [{ ...error, reason: `is too far off: one of ${option.severity} severity lasts ${longest} at most`, remedy }];
}

function asksTheSame(other: ExceptionView, { subject, environments, until }: RequestExceptionInput): boolean {
  return (
    JSON.stringify(other.subject) === JSON.stringify(subject) &&
    environments.every((name) => other.environments.includes(name)) &&
    other.until.getTime() >= until.getTime()
  );
}
