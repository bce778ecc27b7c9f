import { type AppError, ERROR_CODES, type ErrorCode, SEVERITIES } from "@fairlead/domain";
import * as z from "zod";
import { ERROR_MAP } from "../errors/error-map.ts";

export const violationSchema = z
  .object({
    path: z.string().describe("Where, as a dotted path such as spec.scale.min; empty for the document as a whole."),
    reason: z.string(),
    remedy: z.string(),
    severity: z.enum(SEVERITIES),
    policy: z.string().optional(),
    object: z.string().optional().describe("The object that breaks the policy, as Kind/name."),
    fix: z
      .object({ label: z.string(), patch: z.record(z.string(), z.unknown()) })
      .optional()
      .describe("A JSON merge patch on spec that mends it."),
    exception: z
      .object({ number: z.int(), until: z.string() })
      .optional()
      .describe("Allowed all the same, by an exception that holds until a moment. Such a one stops nothing."),
  })
  .meta({ id: "Violation" });

/** RFC 9457. */
export const problemSchema = z.object({
  type: z.string().describe("urn:fairlead:problem:<code>"),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe("What failed, on what, and what to do next."),
  code: z.enum(ERROR_CODES),
  subject: z.string().optional(),
  whoCould: z.string().optional().describe("Who could do it instead."),
  violations: z.array(violationSchema).optional(),
});
type Problem = z.infer<typeof problemSchema>;

function problemOf(error: AppError): Problem {
  const { violations, ...rest } = error.details;
  return {
    type: `urn:fairlead:problem:${error.code}`,
    title: ERROR_MAP[error.code].title,
    status: ERROR_MAP[error.code].http,
    detail: error.message,
    code: error.code,
    ...rest,
    ...(violations === undefined ? {} : { violations: [...violations] }),
  };
}

export function problemResponse(error: AppError): Response {
  const problem = problemOf(error);
  return Response.json(problem, {
    status: problem.status,
    headers: { ...HEADERS[error.code], "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}

const HEADERS: Partial<Record<ErrorCode, Record<string, string>>> = {
  unauthenticated: { "www-authenticate": 'Bearer realm="fairlead"' },
  unreachable: { "retry-after": "5" },
};
