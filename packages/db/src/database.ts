import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "../generated/client.ts";

export interface Database {
  prisma: PrismaClient;
  /** For hot paths in plain SQL, and for LISTEN. */
  pool: Pool;
  url: string;
  close(): Promise<void>;
}

/** Connects to Postgres. Connections are made when they are needed. */
export function connect(url: string, { maxConnections = 10 }: { maxConnections?: number } = {}): Database {
  const adapter = new PrismaPg({ connectionString: url, max: maxConnections, connectionTimeoutMillis: 10_000 });
  const prisma = new PrismaClient({ adapter });
  const pool = new Pool({ connectionString: url, max: maxConnections, connectionTimeoutMillis: 10_000 });
  // An idle connection may break; the next question gets a new one.
  pool.on("error", () => {});
  return {
    prisma,
    pool,
    url,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
