import { Card, CopyButton, Disclosure, EmptyState, YamlView } from "@fairlead/ui";
import type { ReactNode } from "react";

export interface ManifestView {
  kind: string;
  name: string;
  summary: string;
  yaml: string;
}

export interface ManifestListProps {
  /** Where they are, such as “dev on prod-eu”. */
  title: string;
  aside?: ReactNode;
  manifests: readonly ManifestView[];
}

/** The objects of a service: what each one does in words, its YAML one press away. */
export function ManifestList({ title, aside, manifests }: ManifestListProps) {
  return (
    <Card title={title} aside={aside} flush>
      {manifests.length === 0 ? (
        <EmptyState>Nothing has been delivered here yet. What would be is on the page to edit it.</EmptyState>
      ) : (
        <ul className="border-line border-t">
          {manifests.map(({ kind, name, summary, yaml }) => (
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
                  <YamlView text={yaml} label={`${kind} ${name} as YAML`} />
                </div>
              </Disclosure>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
