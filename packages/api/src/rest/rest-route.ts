import { AppError, describeIssues, type Permission } from "@fairlead/domain";
import * as z from "zod";
import type { ApiContext, SignedInContext } from "../api-context.ts";
import { requireActor } from "../trpc/permitted-procedure.ts";

export const PUBLIC = "public" as const;

interface RawRequest {
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
}

interface RestShape<Params, Query, Body, Answer> {
  method: "GET" | "POST";
  /** Below /api/v1, with `{name}` for parameters. */
  path: string;
  /** What the route does, as the first line of its documentation. */
  summary: string;
  /** `PUBLIC` where strangers may ask: only for what is the same everywhere and says nothing of anybody. */
  permission: Permission | typeof PUBLIC;
  params: Params;
  query: Query;
  /** `undefined` where the route takes none. */
  body: Body;
  /** Of the request's body, where it takes one. */
  maxBytes?: number;
  status: 200 | 201;
  answer: Answer;
}

/** A route as the dispatcher and the OpenAPI document see it. */
export interface RestRoute extends RestShape<z.ZodObject, z.ZodObject, z.ZodType | undefined, z.ZodType> {
  run(context: ApiContext, request: RawRequest): Promise<unknown>;
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

interface ParsedRequest<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType | undefined> {
  params: z.output<Params>;
  query: z.output<Query>;
  body: Parsed<Body>;
}

/** Defines a route. Permission, shapes and answer are part of it; there is no route without them. */
export function restRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType | undefined,
  Answer extends z.ZodType,
>(
  shape: RestShape<Params, Query, Body, Answer> & { permission: Permission },
  handle: (context: SignedInContext, request: ParsedRequest<Params, Query, Body>) => Promise<z.input<Answer>>,
): RestRoute {
  return {
    ...shape,
    async run(context, raw) {
      const actor = requireActor(context.actor, shape.permission);
      const request = parseRequest(shape, raw);
      return shape.answer.parse(await handle({ ...context, actor }, request));
    },
  };
}

/** Defines a route that strangers may ask. It gets no context: nothing that is somebody's can leave by it. */
export function publicRoute<Params extends z.ZodObject, Answer extends z.ZodType>(
  shape: Omit<RestShape<Params, z.ZodObject, undefined, Answer>, "method" | "permission" | "query" | "body" | "status">,
  handle: (params: z.output<Params>) => z.input<Answer>,
): RestRoute {
  const whole = {
    ...shape,
    method: "GET" as const,
    permission: PUBLIC,
    query: z.strictObject({}),
    body: undefined,
    status: 200 as const,
  };
  return {
    ...whole,
    run: async (_context, raw) => shape.answer.parse(handle(parseRequest(whole, raw).params)),
  } satisfies RestRoute;
}

function parseRequest<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType | undefined>(
  shape: { params: Params; query: Query; body: Body },
  raw: RawRequest,
) {
  const params = shape.params.safeParse(raw.params, { reportInput: true });
  const query = shape.query.safeParse(raw.query, { reportInput: true });
  const body = parseBody(shape.body, raw.body);
  const issues = [params, query, body].flatMap(({ error }) => error?.issues ?? []);
  if (!params.success || !query.success || !body.success) {
    throw new AppError("invalid", "Some of what was sent is not valid.", { violations: describeIssues(issues) });
  }
  return { params: params.data, query: query.data, body: body.data };
}

function parseBody<Body extends z.ZodType | undefined>(schema: Body, raw: unknown) {
  const parsed = (schema ?? z.undefined()).safeParse(schema === undefined ? undefined : raw, { reportInput: true });
  // The conditional type says what the line above does, which TypeScript cannot follow.
  return parsed as z.ZodSafeParseResult<Parsed<Body>>;
}
