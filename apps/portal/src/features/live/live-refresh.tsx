"use client";

import type { StreamedChange } from "@fairlead/api";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { onChange } from "../../browser/changes.ts";

/** What a page shows: a kind of thing, or one of them. */
interface Watched {
  kind: Exclude<StreamedChange["kind"], "everything">;
  id?: string;
}

/** Changes come in bursts: the page is asked for again at most this often. */
const REST_MS = 800;

export interface LiveRefreshProps {
  watch: readonly Watched[];
  /** Also asks so often without a change, so that the ages on the page stay those of the server. */
  everyMs?: number;
}

/** Asks the server for this page again when something on it changed. What a person typed stays. */
export function LiveRefresh({ watch, everyMs }: LiveRefreshProps) {
  const router = useRouter();
  const key = watch.map(({ kind, id = "" }) => `${kind} ${id}`).join("\n");

  useEffect(() => {
    const wanted = new Set(key.split("\n"));
    let last = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      last = Date.now();
      router.refresh();
    };
    const stop = onChange((change) => {
      const shown =
        change.kind === "everything" || wanted.has(`${change.kind} `) || wanted.has(`${change.kind} ${change.id}`);
      if (shown) timer ??= setTimeout(refresh, Math.max(0, last + REST_MS - Date.now()));
    });
    const interval =
      everyMs === undefined
        ? undefined
        : setInterval(() => document.visibilityState === "visible" && router.refresh(), everyMs);
    return () => {
      clearInterval(interval);
      clearTimeout(timer);
      stop();
    };
  }, [key, router, everyMs]);

  return null;
}
