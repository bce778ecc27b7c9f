import "server-only";
import { createCaller } from "@fairlead/api";
import { headers } from "next/headers";
import { cache } from "react";
import { container } from "./container.ts";

/** The procedures for server components: the same that browsers call, without HTTP, as the person of this request. */
export const api = cache(async () => createCaller(await container().browserContext(await headers())));
