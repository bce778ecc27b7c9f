"use client";

import { useState } from "react";
import type { ManifestView } from "../service/manifest-view.ts";

const NONE: readonly ManifestView[] = [];

/**
 * The objects to show: those of now, or, while an answer is too wrong to make any, the last ones, so that the picture
 * does not vanish with every half-typed word.
 */
export function useLastGood(manifests: readonly ManifestView[] | undefined): {
  manifests: readonly ManifestView[];
  /** They are from before something went wrong. */
  old: boolean;
} {
  const [last, setLast] = useState(NONE);
  if (manifests !== undefined && manifests.length > 0 && manifests !== last) setLast(manifests);
  const old = manifests !== undefined && manifests.length === 0 && last.length > 0;
  return { manifests: old ? last : (manifests ?? NONE), old };
}
