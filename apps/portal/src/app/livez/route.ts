export const dynamic = "force-dynamic";

/** The process answers. Says nothing of what it needs: restarting would not mend that. */
export function GET(): Response {
  return new Response("ok\n");
}
