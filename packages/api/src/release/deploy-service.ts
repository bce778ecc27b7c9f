import { createRelease } from "@fairlead/application";
import * as z from "zod";
import type { SignedInContext } from "../api-context.ts";
import { given } from "../document/given.ts";
import { restRoute } from "../rest/rest-route.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { presentRelease } from "./present-release.ts";
import { deployedSchema } from "./release-dto.ts";

const bodySchema = z.strictObject({
  environment: z.string().max(40),
  image: z.string().max(512).optional().describe("Instead of the one in the declaration."),
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/, "is not a commit||Write its hash, 7 to 64 hexadecimal digits.")
    .optional(),
});

/** Makes a release of a service and brings it to an environment. */
export const deployService = permittedProcedure("service.deploy")
  .input(bodySchema.extend({ service: z.string().max(100) }))
  .output(deployedSchema)
  .mutation(({ ctx, input: { service, ...body } }) => deploy(ctx, service, body));

export const deployServiceRoute = restRoute(
  {
    method: "POST",
    path: "/services/{name}/deploy",
    summary: "Makes a release of a service and brings it to an environment.",
    permission: "service.deploy",
    params: z.strictObject({ name: z.string().max(100) }),
    query: z.strictObject({}),
    body: bodySchema,
    status: 201,
    answer: deployedSchema,
  },
  (context, { params, body }) => deploy(context, params.name, body),
);

async function deploy({ deps, actor }: SignedInContext, service: string, body: z.output<typeof bodySchema>) {
  const { release, deliveries, warnings } = await createRelease(deps, actor, { service, ...given(body) });
  return { release: presentRelease(release), deliveries, warnings };
}
