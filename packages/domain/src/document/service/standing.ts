import * as z from "zod";

export const LIFECYCLES = ["experimental", "production", "deprecated"] as const;
export const DATA_CLASSES = ["public", "internal", "confidential", "restricted"] as const;

/** 1: the business stops. 4: nobody notices. */
export const TIERS = [1, 2, 3, 4] as const;
export type Tier = (typeof TIERS)[number];

export const tier = z.union(
  TIERS.map((value) => z.literal(value)),
  "is not a tier||Give 1 (the business stops) to 4 (nobody notices).",
);
export const lifecycle = z.enum(LIFECYCLES);
export const dataClass = z.enum(DATA_CLASSES);
