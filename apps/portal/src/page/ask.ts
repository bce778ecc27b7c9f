import "server-only";
import { AppError } from "@fairlead/domain";
import { TRPCError } from "@trpc/server";
import { notFound, redirect } from "next/navigation";
import { paths } from "../paths.ts";
import { api } from "../server/api.ts";
import { requestPath } from "./request-path.ts";

type Api = Awaited<ReturnType<typeof api>>;

/**
 * Asks for what a page shows. Who is not signed in is sent to sign in and comes back; what does not exist is the page
 * that says so; anything else is the page that says that it broke.
 */
export async function ask<Answer>(question: (api: Api) => Promise<Answer>): Promise<Answer> {
  try {
    return await question(await api());
  } catch (error) {
    const code = errorCode(error);
    if (code === "unauthenticated") redirect(paths.signIn(await requestPath()));
    if (code === "not-found") notFound();
    throw error;
  }
}

function errorCode(error: unknown): AppError["code"] | undefined {
  const cause = error instanceof TRPCError ? error.cause : error;
  return cause instanceof AppError ? cause.code : undefined;
}
