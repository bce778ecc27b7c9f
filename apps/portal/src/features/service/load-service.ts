import "server-only";
import { cache } from "react";
import { ask } from "../../page/ask.ts";

/** One service, asked for once however many parts of a page show it. */
export const loadService = cache((name: string) => ask((api) => api.service.get({ name })));
