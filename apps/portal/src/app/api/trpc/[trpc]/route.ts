import { container } from "../../../../server/container.ts";

function handle(request: Request): Promise<Response> {
  return container().trpc(request);
}

export { handle as GET, handle as POST };
