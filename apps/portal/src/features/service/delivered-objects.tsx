"use client";

import { CopyButton, Disclosure } from "@fairlead/ui";
import { ExplainedYaml } from "../explain/explained-yaml.tsx";
import { useExplanation } from "../explain/use-explanation.ts";
import type { ManifestView } from "./manifest-view.ts";

export interface DeliveredObjectsProps {
  /** Where they were delivered to. */
  place: { service: string; environment: string; cluster: string };
  release: number;
  manifests: readonly ManifestView[];
}

/** What was delivered to a place, object by object: what each one does in words, its YAML one press away. */
export function DeliveredObjects({ place, release, manifests }: DeliveredObjectsProps) {
  const explanation = useExplanation(JSON.stringify([place, release]), async (signal) => {
    const { browserApi } = await import("../../browser/browser-api.ts");
    return browserApi.service.explainDelivered.query(place, { signal });
  });
  return (
    <ul className="border-line border-t">
      {manifests.map((manifest) => {
        const { kind, name, summary, yaml } = manifest;
        return (
          <li key={`${kind} ${name}`} className="border-line border-b px-4 py-0.5 last:border-b-0">
            <Disclosure
              summary={
                <span className="flex flex-1 flex-wrap items-center justify-between gap-x-4">
                  <span>
                    <span className="text-ink">{kind}</span> <span className="font-normal text-faint">{name}</span>
                  </span>
                  <span className="font-normal text-faint text-label">{summary}</span>
                </span>
              }
            >
              <div className="-mx-4 -mt-3 -mb-0.5 border-line border-t">
                <div className="flex justify-end px-2 py-1">
                  <CopyButton text={yaml} label={`Copy ${kind} ${name}`} />
                </div>
                <ExplainedYaml manifest={manifest} explanation={explanation} answer="the declaration" />
              </div>
            </Disclosure>
          </li>
        );
      })}
    </ul>
  );
}
