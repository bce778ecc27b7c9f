import { Card, EmptyState, LinkButton } from "@fairlead/ui";
import { paths } from "../../paths.ts";
import { PageHead } from "../frame/page-head.tsx";

/** Why somebody cannot write a template, and where it can be read. */
export function EditRefused({ name, title, reason }: { name: string; title: string; reason: string }) {
  return (
    <>
      <PageHead trail={[{ label: "Templates", href: paths.templates() }]} title={title} />
      <Card>
        <EmptyState action={<LinkButton href={paths.template(name)}>Read the template</LinkButton>}>
          {reason}
        </EmptyState>
      </Card>
    </>
  );
}
