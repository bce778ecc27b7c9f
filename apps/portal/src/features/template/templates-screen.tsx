import { Card, type Column, EmptyState, None, Pill, Table, TextLink, Time } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";
import { paths } from "../../paths.ts";
import { PageHead } from "../frame/page-head.tsx";

type Item = Answers["template"]["use"][number];

/** Golden templates to compare: how far each version has come, and what is being written. */
export function TemplatesScreen({ templates }: { templates: readonly Item[] }) {
  return (
    <>
      <PageHead
        title="Templates"
        description="What services are made from. A service keeps its version until somebody upgrades it."
      />
      <Card flush>
        {templates.length === 0 ? (
          <EmptyState>
            Golden templates stand here. A platform engineer publishes the first one by applying a Template document.
          </EmptyState>
        ) : (
          <Table caption="Templates" columns={COLUMNS} rows={templates} rowKey={({ name }) => name} />
        )}
      </Card>
    </>
  );
}

const COLUMNS: readonly Column<Item>[] = [
  {
    key: "template",
    head: "Template",
    phone: "title",
    cell: ({ name, title, description }) => (
      <>
        <TextLink href={paths.template(name)} strong>
          {title}
        </TextLink>
        <p className="max-w-prose text-faint text-label">{description}</p>
      </>
    ),
  },
  {
    key: "version",
    head: "Newest",
    cell: ({ version }) => <code className="font-mono text-label">{version}</code>,
  },
  { key: "services", head: "Services", numeric: true, cell: ({ services }) => services },
  {
    key: "newest",
    head: "On the newest",
    numeric: true,
    cell: ({ services, onNewest }) => (services === 0 ? <None /> : `${onNewest} of ${services}`),
  },
  {
    key: "draft",
    head: "Draft",
    cell: ({ draft }) => (draft === undefined ? <None /> : <Pill tone="moving">by {draft.by}</Pill>),
  },
  {
    key: "published",
    head: "Published",
    numeric: true,
    cell: ({ publishedAt }) => (
      <span className="text-faint text-label">
        <Time at={publishedAt} />
      </span>
    ),
  },
];
