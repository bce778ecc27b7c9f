import type { ExceptionView } from "@fairlead/application";
import { EXCEPTION_DECISIONS, exceptionSubjectSchema } from "@fairlead/domain";
import * as z from "zod";
import type { Prisma } from "../../generated/client.ts";
import { given } from "../json.ts";

export const EXCEPTION = {
  requestedByRow: { select: { name: true } },
  exceptionDecision: { include: { decidedByRow: { select: { name: true } } }, orderBy: { id: "asc" } },
  service: { select: { entity: { select: { name: true, team: { select: { name: true } } } } } },
} satisfies Prisma.ExceptionInclude;

type ExceptionRow = Prisma.ExceptionGetPayload<{ include: typeof EXCEPTION }>;
type DecisionRow = ExceptionRow["exceptionDecision"][number];

/** Approved, and not ended by anybody; whether its time has passed is not asked here. */
export const APPROVED = {
  exceptionDecision: { some: { kind: "approved" }, none: { kind: "ended" } },
} satisfies Prisma.ExceptionWhereInput;

export const UNDECIDED = { exceptionDecision: { none: {} } } satisfies Prisma.ExceptionWhereInput;

export function toException(row: ExceptionRow): ExceptionView {
  const decision = row.exceptionDecision.find(({ kind }) => kind !== "ended");
  const ended = row.exceptionDecision.find(({ kind }) => kind === "ended");
  const { entity } = row.service;
  return {
    number: row.number,
    service: entity.name,
    team: entity.team.name,
    environments: row.environments,
    subject: exceptionSubjectSchema.parse(row.subject),
    reason: row.reason,
    control: row.control,
    requested: { personId: row.requestedBy, by: row.requestedByRow.name, at: row.requestedAt },
    until: row.until,
    ...given("decision", decision && { ...toStep(decision), kind: z.enum(EXCEPTION_DECISIONS).parse(decision.kind) }),
    ...given("ended", ended && toStep(ended)),
  };
}

function toStep({ decidedBy, decidedByRow, decidedAt, reason }: DecisionRow) {
  return { personId: decidedBy, by: decidedByRow.name, at: decidedAt, reason };
}
