import type { RenderInput } from "../render/render-input.ts";

/** Who can set something in a manifest. */
export const ORIGINS = [
  "answer",
  "exception",
  "template",
  "environment",
  "profile",
  "catalog",
  "place",
  "baseline",
] as const;
export type Origin = (typeof ORIGINS)[number];

/** One input of a rendering, and what the rendering would be without it. */
export interface Setting {
  by: Origin;
  /** Where it stands, such as `spec.scale.min` or `apis.keda.sh/v1alpha1/ScaledObject`. */
  path: string;
  value: unknown;
  /** Why it is there, a sentence. */
  reason: string;
  /** Inputs with this one put back to its default, or to another value where there is none; the first that renders counts. */
  without: readonly (() => RenderInput)[];
}
