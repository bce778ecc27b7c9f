import type { AnyTRPCProcedure, AnyTRPCRouter } from "@trpc/server";

/** Every procedure of a router with its path, such as `service.list`. */
export function proceduresOf(router: AnyTRPCRouter): { path: string; procedure: AnyTRPCProcedure }[] {
  const procedures: Record<string, AnyTRPCProcedure> = router._def.procedures;
  return Object.entries(procedures).map(([path, procedure]) => ({ path, procedure }));
}
