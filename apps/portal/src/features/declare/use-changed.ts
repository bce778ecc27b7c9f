"use client";

import { useEffect, useRef, useState } from "react";
import type { ManifestView } from "../service/manifest-view.ts";
import { changedByObject } from "./changed-by-object.ts";

const NOTHING: ReadonlyMap<string, readonly number[]> = new Map();

/**
 * The lines that the last answer changed, by object. They stay lit until another answer changes something; another
 * place to look at changes nothing.
 */
export function useChanged(
  manifests: readonly ManifestView[] | undefined,
  place: string,
): ReadonlyMap<string, readonly number[]> {
  const last = useRef<{ place: string; manifests: readonly ManifestView[] }>(undefined);
  const [changed, setChanged] = useState(NOTHING);

  useEffect(() => {
    if (manifests === undefined || manifests.length === 0) return;
    const before = last.current;
    last.current = { place, manifests };
    if (before?.place !== place) {
      setChanged(NOTHING);
      return;
    }
    const next = changedByObject(before.manifests, manifests);
    if (next.size > 0) setChanged(next);
  }, [manifests, place]);

  return changed;
}
