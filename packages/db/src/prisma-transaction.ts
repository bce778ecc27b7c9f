import type { Prisma } from "../generated/client.ts";

/** The client inside of a transaction. */
export type Tx = Prisma.TransactionClient;
