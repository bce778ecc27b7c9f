import { resolve } from "node:path";

/**
 * Where tests find what is too large or not ours to keep here: `corpora`, `crds`, `schemas`. `FAIRLEAD_DATA` names it.
 * Where it is not there, the tests that need it count as skipped and say so.
 */
export const DATA_FOLDER = resolve(
  process.env.FAIRLEAD_DATA ?? resolve(import.meta.dirname, "../../../../shared/data"),
);
