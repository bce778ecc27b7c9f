import { getService as get } from "@fairlead/application";
import * as z from "zod";
import type { SignedInContext } from "../api-context.ts";
import { restRoute } from "../rest/rest-route.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { presentService } from "./present-service.ts";
import { serviceSchema } from "./service-dto.ts";
import { serviceNameSchema } from "./service-name-input.ts";

/** Everything about one service, owner and contact first. */
export const getService = permittedProcedure("catalog.read")
  .input(serviceNameSchema)
  .output(serviceSchema)
  .query(({ ctx, input }) => answer(ctx, input.name));

export const getServiceRoute = route("/services/{name}", "Gives everything about one service, owner first.");

export const getServiceStatusRoute = route("/services/{name}/status", "Says how a service is, everywhere it runs.");

function route(path: string, summary: string) {
  return restRoute(
    {
      method: "GET",
      path,
      summary,
      permission: "catalog.read",
      params: serviceNameSchema,
      query: z.strictObject({}),
      body: undefined,
      status: 200,
      answer: serviceSchema,
    },
    (context, { params }) => answer(context, params.name),
  );
}

async function answer({ deps, actor }: SignedInContext, name: string) {
  return presentService(await get(deps, actor, name));
}
