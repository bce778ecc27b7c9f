"use client";

import { useEffect, useState } from "react";
import { browserApi } from "../../../browser/browser-api.ts";

const TYPING_MS = 150;

/** Names from the catalog that fit what is typed, of the kinds that are wanted. Nothing where they cannot be asked. */
export function useSuggestions(text: string, kinds: readonly string[]): readonly string[] {
  const [found, setFound] = useState<readonly string[]>([]);
  const wanted = kinds.join(" ");

  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const suggestions =
        text === "" ? [] : await browserApi.lookup.suggest.query({ text }, { signal: abort.signal }).catch(() => []);
      if (!abort.signal.aborted) {
        setFound(suggestions.filter(({ kind }) => wanted.split(" ").includes(kind)).map(({ name }) => name));
      }
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, wanted]);

  return found;
}
