import { container } from "../../../../server/container.ts";

function handle(request: Request): Promise<Response> {
  return container().rest(request);
}

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
