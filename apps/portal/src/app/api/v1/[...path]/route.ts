import { handleRest } from "@fairlead/api";
import { container } from "../../../../server/container.ts";

async function handle(request: Request): Promise<Response> {
  return handleRest((await container()).rest, request);
}

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
