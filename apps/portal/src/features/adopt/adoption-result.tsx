"use client";

import { Banner, Button, Card, CopyButton, Disclosure, Pill, YamlView } from "@fairlead/ui";
import { Check, CircleSlash, Pencil } from "lucide-react";
import type { CallProblem } from "../../browser/problem.ts";
import { ProblemBanner } from "../problem/problem-banner.tsx";
import { type AdoptionView, countOf, saidOnce } from "./adoption-view.ts";
import { CutOverCard } from "./cut-over-card.tsx";
import { SaidList } from "./said-list.tsx";

export interface AdoptionResultProps {
  adoption: AdoptionView;
  busy: boolean;
  problem: CallProblem | undefined;
  onSave: () => void;
}

/** What the manifests become: what changes and what is left first, then the declarations themselves. */
export function AdoptionResult({ adoption, busy, problem, onSave }: AdoptionResultProps) {
  const { documents, findings, open } = adoption;
  const all = documents.map(({ yaml }) => yaml).join("---\n");
  const left = saidOnce(findings, "left");
  const changed = saidOnce(findings, "changed");
  return (
    <div className="grid gap-4">
      <section aria-label="In short" className="flex flex-wrap gap-2">
        <Pill tone="good" icon={Check}>
          {countOf(findings, "understood")} fields understood
        </Pill>
        <Pill tone="warn" icon={Pencil}>
          {countOf(findings, "changed")} changed by the baseline
        </Pill>
        <Pill tone={left.length === 0 ? "quiet" : "bad"} icon={CircleSlash}>
          {countOf(findings, "left")} not carried over
        </Pill>
      </section>
      {open.length > 0 && (
        <Banner tone="bad" title="Somebody has to decide this first">
          <ul>
            {open.map(({ document, violation: { path, reason, remedy } }) => (
              <li key={`${document} ${path} ${reason}`}>
                {document}: {path} {reason}. {remedy}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {left.length > 0 && (
        <Card title="Not carried over">
          <SaidList said={left} />
        </Card>
      )}
      {changed.length > 0 && (
        <Card title="What the baseline changes">
          <SaidList said={changed} />
        </Card>
      )}
      <Card
        title={documents.length === 1 ? "1 document" : `${documents.length} documents`}
        aside={<CopyButton text={all} label="Copy all documents" />}
        footer={
          <>
            <span className="text-faint text-label">All of them, or none. Nothing runs until you deploy.</span>
            <Button
              look="primary"
              busy={busy}
              onClick={onSave}
              {...(open.length > 0 ? { refusal: "Decide what stands above first." } : {})}
            >
              Add to the catalog
            </Button>
          </>
        }
      >
        <div className="grid gap-1">
          {documents.map(({ kind, name, yaml }) => (
            <Disclosure key={`${kind} ${name}`} summary={`${kind} ${name}`}>
              <YamlView text={yaml} label={`${kind} ${name} as YAML`} />
            </Disclosure>
          ))}
        </div>
      </Card>
      {problem !== undefined && <ProblemBanner problem={problem} />}
      <CutOverCard />
    </div>
  );
}
