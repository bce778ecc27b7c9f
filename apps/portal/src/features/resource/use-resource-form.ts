"use client";

import { type FormEvent, useState } from "react";
import { type CallProblem, problemOf } from "../../browser/problem.ts";
import { type Group, writeAt } from "../declare/draft/path.ts";
import { withoutPath } from "./without-path.ts";

export interface ResourceFormOptions {
  start: () => Group;
  /** Saves what is written, and leads on. */
  save: (draft: Group) => Promise<void>;
  /** What a refusal means here, where it is more than what it says. */
  understand?: (problem: CallProblem) => CallProblem;
  onRefused?: () => void;
}

/** What is known of something off the platform while it is written, and what a save was refused for. */
export function useResourceForm({ start, save, understand = (problem) => problem, onRefused }: ResourceFormOptions) {
  const [draft, setDraft] = useState(start);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<CallProblem>();
  return {
    draft,
    busy,
    refused,
    violations: refused?.violations ?? [],
    answer(path: string, value: unknown) {
      setDraft(writeAt(draft, path, value));
      setRefused(refused && withoutPath(refused, path));
    },
    async submit(event: FormEvent) {
      event.preventDefault();
      setBusy(true);
      setRefused(undefined);
      try {
        await save(draft);
      } catch (error) {
        setRefused(understand(problemOf(error)));
        setBusy(false);
        onRefused?.();
      }
    },
  };
}
