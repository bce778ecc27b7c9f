import { trpc } from "../trpc/trpc.ts";
import { findOwner } from "./find-owner.ts";
import { suggest } from "./suggest.ts";

export const lookupRouter = trpc.router({ find: findOwner, suggest });
