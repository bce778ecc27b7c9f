import { Button, Card, Disclosure, LinkButton, Pill, Time, YamlView } from "@fairlead/ui";
import { Pencil } from "lucide-react";
import type { Answers } from "../../answers.ts";
import { paths } from "../../paths.ts";
import { PageHead } from "../frame/page-head.tsx";
import { QuestionList } from "./question-list.tsx";
import { SizeTable } from "./size-table.tsx";
import { TemplateExample } from "./template-example.tsx";
import { UserTable } from "./user-table.tsx";
import { VersionTable } from "./version-table.tsx";

export interface TemplateScreenProps {
  template: Answers["template"]["show"];
  example: Answers["template"]["example"];
}

/** One golden template: what a service of it gets, what it is asked, and who is on which version. */
export function TemplateScreen({ template, example }: TemplateScreenProps) {
  const { document, versions, users, draft, can, text } = template;
  const { name, title, version, description, owner } = document.metadata;
  return (
    <>
      <PageHead
        trail={[{ label: "Templates", href: paths.templates() }]}
        title={title}
        description={description}
        facts={
          <>
            <code className="font-mono">
              {name} {version}
            </code>
            <span>makes a {document.spec.workload}</span>
            <span>kept by {owner}</span>
            {draft !== undefined && (
              <Pill tone="moving">
                Draft by {draft.by}, <Time at={draft.at} />
              </Pill>
            )}
          </>
        }
        actions={
          can.edit.allowed ? (
            <LinkButton href={paths.editTemplate(name)} look="primary" icon={Pencil}>
              {draft === undefined ? "Write a new version" : "Go on with the draft"}
            </LinkButton>
          ) : (
            <Button refusal={can.edit.reason} icon={Pencil}>
              Write a new version
            </Button>
          )
        }
      />
      <TemplateExample example={example} />
      <div className="grid items-start gap-4 desk:grid-cols-2">
        <QuestionList template={document} />
        <div className="grid gap-4">
          <SizeTable template={document} />
          <VersionTable versions={versions} users={users} />
        </div>
      </div>
      <UserTable users={users} newest={version} />
      <Card title="As YAML" aside={`${name} ${version}`} flush>
        <div className="px-4 pb-3">
          <Disclosure summary="The whole template">
            <div className="-mx-4 -mb-3 border-line border-t">
              <YamlView text={text} label={`Template ${name} ${version} as YAML`} />
            </div>
          </Disclosure>
        </div>
      </Card>
    </>
  );
}
