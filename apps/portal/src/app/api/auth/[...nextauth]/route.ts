import { handleAuth } from "@fairlead/auth";
import type { NextRequest } from "next/server";
import { container } from "../../../../server/container.ts";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

function handle(request: NextRequest, context: Context): Promise<Response> {
  return handleAuth(container().auth, request, context);
}

export { handle as GET, handle as POST };
