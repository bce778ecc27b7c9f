import { AppError } from "@fairlead/domain";
import { Prisma } from "../generated/client.ts";

/** The one seam for what the database says: constraints become words, everything else an internal error. */
export function toStoreError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    // https://www.prisma.io/docs/orm/reference/error-reference
    if (error.code === "P2002")
      return new AppError(
        "conflict",
        "Somebody else did this at the same moment. Look again, and repeat it if it is still needed.",
        {},
        { cause: error },
      );
    if (error.code === "P2034")
      return new AppError("conflict", "Two changes met. Nothing of yours was done; try again.", {}, { cause: error });
  }
  return new AppError(
    "internal",
    "Something went wrong on our side, and nothing was changed. Try again.",
    {},
    { cause: error },
  );
}
