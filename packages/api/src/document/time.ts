import * as z from "zod";

/** RFC 3339, in UTC. */
export const time = z.iso.datetime();
