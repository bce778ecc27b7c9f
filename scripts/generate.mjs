// Writes the database client for prisma/schema.prisma, unless it is there.
import { generate } from "./steps/generate.mjs";

await generate();
