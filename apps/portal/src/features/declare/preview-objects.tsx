"use client";

import { useState } from "react";
import { useExplanation } from "../explain/use-explanation.ts";
import type { ManifestView } from "../service/manifest-view.ts";
import { askExplanation } from "./ask-explanation.ts";
import { manifestKey } from "./changed-by-object.ts";
import { ManifestRow } from "./manifest-row.tsx";
import type { ServiceForm } from "./use-service-form.ts";

export interface PreviewObjectsProps {
  service: Pick<ServiceForm, "document" | "environment">;
  manifests: readonly ManifestView[];
  /** By `Kind/name`, the lines that the last answer changed. */
  changed: ReadonlyMap<string, readonly number[]>;
}

/** More objects, or more lines of one, are a change of everything: nothing of it is worth opening by itself. */
const MOST_OBJECTS = 4;
const MOST_LINES = 12;

/** Of several that changed, the ones that say most. */
const TELLING = ["HorizontalPodAutoscaler", "Deployment", "HTTPRoute", "NetworkPolicy", "Service"];

/** The objects of the preview. What the last answer changed opens by itself, unless somebody decided otherwise. */
export function PreviewObjects({ service, manifests, changed }: PreviewObjectsProps) {
  const [decided, setDecided] = useState<ReadonlyMap<string, boolean>>(new Map());
  const { document, environment } = service;
  const explanation = useExplanation(JSON.stringify([document, environment]), (signal) =>
    askExplanation(document, environment, signal),
  );
  const byItself = mostTelling(changed);
  return (
    <ul aria-label="Objects" className="border-line border-t py-1 empty:hidden">
      {manifests.map((manifest) => {
        const key = manifestKey(manifest);
        const open = decided.get(key) ?? key === byItself;
        return (
          <ManifestRow
            key={key}
            manifest={manifest}
            changed={changed.get(key) ?? []}
            open={open}
            explanation={explanation}
            onToggle={() => setDecided(new Map(decided).set(key, !open))}
          />
        );
      })}
    </ul>
  );
}

function mostTelling(changed: PreviewObjectsProps["changed"]): string | undefined {
  if (changed.size > MOST_OBJECTS) return undefined;
  const small = [...changed].filter(([, lines]) => lines.length <= MOST_LINES).map(([key]) => key);
  return TELLING.flatMap((kind) => small.find((key) => key.startsWith(`${kind}/`)) ?? [])[0] ?? small[0];
}
