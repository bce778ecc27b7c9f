"use client";

import { useEffect, useState } from "react";
import type { Group } from "./draft/path.ts";

const KEY = "fairlead-draft";

export interface KeptDraft {
  draft: Group;
  setDraft: (next: Group) => void;
  /** It was changed, and is kept. */
  kept: boolean;
  forget: () => void;
}

/**
 * A draft that survives a reload, and signing in again in between. It is kept in this tab only: a draft may hold what
 * the next person at this computer should not read.
 */
export function useDraft(start: Group, keep: boolean): KeptDraft {
  const [draft, setDraft] = useState(start);
  const [kept, setKept] = useState(false);

  useEffect(() => {
    const saved = keep ? readDraft() : undefined;
    if (saved === undefined) return;
    setDraft(saved);
    setKept(true);
  }, [keep]);

  return {
    draft,
    kept,
    setDraft(next) {
      setDraft(next);
      if (!keep) return;
      sessionStorage.setItem(KEY, JSON.stringify(next));
      setKept(true);
    },
    forget() {
      sessionStorage.removeItem(KEY);
      setDraft(start);
      setKept(false);
    },
  };
}

function readDraft(): Group | undefined {
  try {
    const saved: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    return typeof saved === "object" && saved !== null && "spec" in saved ? { ...saved } : undefined;
  } catch {
    // Written by another version, or by hand.
    return undefined;
  }
}
