"use client";

import { Button, Card, Skeleton } from "@fairlead/ui";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import type { Answers } from "../../answers.ts";
import { browserApi } from "../../browser/browser-api.ts";
import { type CallProblem, problemOf } from "../../browser/problem.ts";
import { useLatest } from "../../browser/use-latest.ts";
import { paths } from "../../paths.ts";
import { PageHead } from "../frame/page-head.tsx";
import { ProblemBanner } from "../problem/problem-banner.tsx";
import { ImpactCard } from "./impact-card.tsx";
import { MistakeList } from "./mistake-list.tsx";
import { PublishCard } from "./publish-card.tsx";
import { raiseVersion } from "./raise-version.ts";
import { ServicePreviewCard } from "./service-preview-card.tsx";

const CodeEditor = dynamic(() => import("@fairlead/ui/code-editor").then((module) => module.CodeEditor), {
  ssr: false,
  loading: () => <Skeleton />,
});

export interface TemplateEditorProps {
  name: string;
  title: string;
  opened: Answers["template"]["open"];
  /** Those that use it, for a look at one. */
  services: readonly { name: string; title: string }[];
  environments: readonly { name: string; title: string }[];
  /** The JSON Schema of a template. */
  schema: Record<string, unknown>;
}

/** The next version of a template: written, checked as it is typed, weighed against those who use it, published. */
export function TemplateEditor({ name, title, opened, services, environments, schema }: TemplateEditorProps) {
  const router = useRouter();
  const { published, draft } = opened;
  const [text, setText] = useState(draft?.text ?? published.text);
  const [saved, setSaved] = useState({ text: draft?.text ?? published.text, version: draft?.version });
  const [goTo, setGoTo] = useState<{ line: number; column: number }>();
  const [busy, setBusy] = useState<"saving" | "discarding" | "publishing">();
  const [problem, setProblem] = useState<CallProblem>();
  const check = useLatest(text, (signal) => browserApi.template.check.query({ name, text }, { signal }));
  const changed = text !== published.text;
  const unsaved = text !== saved.text;
  const mistakes = useMemo(() => (changed ? (check.answer?.violations ?? []) : []), [changed, check.answer]);
  const marks = useMemo(
    () =>
      mistakes.map(({ line, column, severity, reason, remedy }) => ({
        line,
        column,
        severity,
        message: `${reason}. ${remedy}`,
      })),
    [mistakes],
  );
  const errors = mistakes.filter(({ severity }) => severity === "error").length;

  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [unsaved]);

  /** Runs one change; what it refuses stands above the page. */
  async function act(what: NonNullable<typeof busy>, work: () => Promise<void>) {
    setBusy(what);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(undefined);
  }
  const seen = saved.version === undefined ? {} : { seen: saved.version };
  const save = () =>
    act("saving", async () => {
      const { version } = await browserApi.template.saveDraft.mutate({ name, text, ...seen });
      setSaved({ text, version });
    });
  const discard = () =>
    act("discarding", async () => {
      if (saved.version !== undefined) await browserApi.template.discardDraft.mutate({ name, seen: saved.version });
      setSaved({ text: published.text, version: undefined });
      setText(published.text);
    });
  const publish = (note: string) =>
    act("publishing", async () => {
      await browserApi.template.publish.mutate({ name, text, note, ...seen });
      setSaved({ text, version: undefined });
      router.push(paths.template(name));
      router.refresh();
    });

  return (
    <>
      <PageHead
        trail={[
          { label: "Templates", href: paths.templates() },
          { label: title, href: paths.template(name) },
        ]}
        title={`A new version of ${title}`}
        description={`Starts from ${published.version}. Nothing changes for any service until it is upgraded.`}
        facts={
          <span role="status">
            {unsaved ? "Not saved yet" : saved.version === undefined ? "No draft" : `Draft ${saved.version} is saved`}
          </span>
        }
        actions={
          <>
            <Button
              onClick={discard}
              busy={busy === "discarding"}
              refusal={changed || saved.version !== undefined ? undefined : "There is nothing to discard."}
            >
              Discard
            </Button>
            <Button onClick={save} busy={busy === "saving"} refusal={unsaved ? undefined : "Everything is saved."}>
              Save draft
            </Button>
          </>
        }
      />
      {problem !== undefined && <ProblemBanner problem={problem} />}
      <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_26rem]">
        <Card title="Template" aside={check.pending ? "checking" : `${errors} to mend`} flush>
          <div className="h-[70dvh] border-line border-t">
            <CodeEditor
              value={text}
              onChange={setText}
              label={`Template ${name} as YAML`}
              marks={marks}
              schema={schema}
              goTo={goTo}
            />
          </div>
        </Card>
        <div className="grid gap-4">
          <MistakeList
            mistakes={mistakes}
            changed={changed}
            pending={check.pending}
            problem={check.problem}
            onGoTo={setGoTo}
          />
          <PublishCard
            version={check.answer?.version}
            suggested={check.answer?.suggested}
            refusal={refusalOf({ changed, errors, pending: check.pending })}
            busy={busy === "publishing"}
            onRaise={(version) => setText(raiseVersion(text, version))}
            onPublish={publish}
          />
        </div>
      </div>
      <ImpactCard name={name} text={text} ready={changed && check.answer?.version !== undefined} />
      {services.length > 0 && (
        <ServicePreviewCard
          name={name}
          text={text}
          ready={changed && check.answer?.version !== undefined && !check.pending}
          services={services}
          environments={environments}
        />
      )}
    </>
  );
}

function refusalOf({
  changed,
  errors,
  pending,
}: {
  changed: boolean;
  errors: number;
  pending: boolean;
}): string | undefined {
  if (!changed) return "Nothing is changed yet.";
  if (pending) return "It is being checked.";
  return errors === 0 ? undefined : `${errors} ${errors === 1 ? "thing is" : "things are"} to mend first.`;
}
