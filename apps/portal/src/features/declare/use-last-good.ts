"use client";

import { useState } from "react";
import type { ManifestView } from "../service/manifest-view.ts";
import type { PreviewView } from "./preview-view.ts";

const NONE: readonly ManifestView[] = [];

/**
 * The objects to show: those of now, or, while an answer is too wrong to make any, the last ones, so that the picture
 * does not vanish with every half-typed word. Those of another template or environment are of no help to anybody.
 */
export function useLastGood(preview: Pick<PreviewView, "manifests" | "of"> | undefined): {
  manifests: readonly ManifestView[];
  /** They are from before something went wrong. */
  old: boolean;
} {
  const [last, setLast] = useState<Pick<PreviewView, "manifests" | "of">>();
  if (preview !== undefined && preview.manifests.length > 0 && preview.manifests !== last?.manifests) setLast(preview);
  const old = preview?.manifests.length === 0 && last?.of === preview.of;
  return { manifests: (old ? last?.manifests : preview?.manifests) ?? NONE, old };
}
