"use client";

import { Card, ProgressBar } from "@fairlead/ui";
import { Check, TriangleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import type { CallViolation } from "../../browser/problem.ts";
import { useLatest } from "../../browser/use-latest.ts";
import { ChangeList } from "../deploy/change-list.tsx";
import { ProblemBanner } from "../problem/problem-banner.tsx";
import { askEditChanges, type EditChanges } from "./ask-edit-changes.ts";
import type { Group } from "./draft/path.ts";
import { LeafChanges } from "./leaf-changes.tsx";
import { sayViolation } from "./say-violation.ts";

export interface ChangesCardProps {
  saved: Group;
  document: Group;
  environment: string;
  title?: string;
  /** Under the changes. */
  children?: ReactNode;
}

/** What a change does in one environment: in words first, then field by field, as YAML on demand. */
export function ChangesCard({ saved, document, environment, title = "What changes", children }: ChangesCardProps) {
  const changes = useLatest(JSON.stringify([document, environment]), (signal) =>
    askEditChanges(saved, document, environment, signal),
  );
  return (
    <Card title={title} aside={`in ${environment}`}>
      <div className="grid gap-3">
        <div className="-mt-2 h-0">{changes.pending && <ProgressBar label="Comparing" />}</div>
        {changes.answer !== undefined ? (
          <Changes changes={changes.answer} />
        ) : changes.problem !== undefined ? (
          <ProblemBanner problem={changes.problem} />
        ) : (
          !changes.pending && <p className="text-soft">It can be compared once nothing is wrong any more.</p>
        )}
        {children}
      </div>
    </Card>
  );
}

function Changes({ changes: { words, leaves, comparison, broken, mended } }: { changes: EditChanges }) {
  return (
    <>
      {words.length === 0 && leaves.length === 0 && <p>Nothing changes in what runs.</p>}
      <ul className="list-disc pl-5 empty:hidden">
        {words.map((phrase) => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ul>
      <ul aria-label="Checks that change" className="grid gap-1 empty:hidden">
        {broken.map((violation) => (
          <CheckChange key={`${violation.path} ${violation.reason}`} violation={violation} fails />
        ))}
        {mended.map((violation) => (
          <CheckChange key={`${violation.path} ${violation.reason}`} violation={violation} fails={false} />
        ))}
      </ul>
      {leaves.length > 0 && <LeafChanges changes={leaves} />}
      <ChangeList comparison={comparison} />
    </>
  );
}

function CheckChange({ violation, fails }: { violation: CallViolation; fails: boolean }) {
  const Icon = !fails ? Check : violation.severity === "error" ? X : TriangleAlert;
  const tone = !fails ? "text-good" : violation.severity === "error" ? "text-bad" : "text-warn";
  return (
    <li className="flex gap-2">
      <Icon aria-hidden size={16} strokeWidth={1.9} className={`mt-0.5 flex-none ${tone}`} />
      <span>
        {!fails ? "Passes then: " : violation.severity === "error" ? "Fails then: " : "To know then: "}
        {sayViolation(violation)}
        {violation.policy !== undefined && <span className="text-faint text-label"> {violation.policy}</span>}
      </span>
    </li>
  );
}
