import { Card, LinkButton } from "@fairlead/ui";
import { BookOpen, ChartLine, FileText, GitBranch, Link, type LucideIcon, MessageSquare } from "lucide-react";
import type { LinkView } from "./service-view.ts";

const ICONS = {
  runbook: BookOpen,
  dashboard: ChartLine,
  docs: FileText,
  repository: GitBranch,
  chat: MessageSquare,
  other: Link,
} as const satisfies Record<LinkView["kind"], LucideIcon>;

/** Where to read on: the runbook first. */
export function LinksCard({ links }: { links: readonly LinkView[] }) {
  const sorted = links.toSorted((a, b) => Number(b.kind === "runbook") - Number(a.kind === "runbook"));
  return (
    <Card title="What to read" quietTitle>
      {sorted.length === 0 ? (
        <p className="text-faint">No runbook and no other links.</p>
      ) : (
        <div className="flex flex-wrap gap-2">
          {sorted.map(({ kind, title, url }) => (
            <LinkButton key={url} href={url} icon={ICONS[kind]} small>
              {title}
            </LinkButton>
          ))}
        </div>
      )}
    </Card>
  );
}
