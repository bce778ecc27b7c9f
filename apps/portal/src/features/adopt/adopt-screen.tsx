"use client";

import { Button, Card, Checkbox, Field, FieldGroup, Select, TextArea } from "@fairlead/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { browserApi } from "../../browser/browser-api.ts";
import { type CallProblem, problemOf } from "../../browser/problem.ts";
import { paths } from "../../paths.ts";
import type { OwnerOption } from "../declare/common-questions.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { ProblemBanner } from "../problem/problem-banner.tsx";
import { AdoptionResult } from "./adoption-result.tsx";
import type { AdoptionView } from "./adoption-view.ts";

export interface AdoptScreenProps {
  owners: readonly OwnerOption[];
  environments: readonly { name: string; title: string }[];
}

/** Plain manifests on one side, what they become as declarations on the other. */
export function AdoptScreen({ owners, environments }: AdoptScreenProps) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [owner, setOwner] = useState<string | null>(owners.length === 1 ? (owners[0]?.team ?? null) : null);
  const [chosen, setChosen] = useState<string[]>(environments.slice(0, 1).map(({ name }) => name));
  const [adoption, setAdoption] = useState<AdoptionView>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<CallProblem>();
  const missing = missingIn({ text, owner, chosen });

  async function attempt(work: () => Promise<void>) {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }
  const read = () =>
    attempt(async () => {
      setAdoption(undefined);
      setAdoption(await browserApi.service.adopt.query({ text, owner: owner ?? "", environments: chosen }));
    });
  const save = () =>
    attempt(async () => {
      const documents = (adoption?.documents ?? []).map(({ value }) => value);
      const saved = await browserApi.service.saveAdopted.mutate({ documents });
      const [first] = saved.documents.filter(({ kind }) => kind === "Service");
      router.push(first === undefined ? paths.services() : paths.service(first.name));
    });

  return (
    <>
      <PageHead
        title="Adopt services"
        trail={[{ label: "Services", href: paths.services() }]}
        description="Paste the manifests of something that runs already. You see what it becomes here, field by field, before anything is saved."
      />
      <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <Card>
          <div className="grid gap-5">
            <Field
              label="Manifests"
              hint="As helm template or kubectl get -o yaml write them. Values of secrets are not kept."
            >
              <TextArea
                name="manifests"
                value={text}
                onChange={setText}
                rows={16}
                mono
                placeholder="apiVersion: apps/v1"
              />
            </Field>
            <Field label="Owner" custom hint="The team that owns them from then on.">
              <Select
                name="owner"
                value={owner}
                onChange={setOwner}
                options={owners.map(({ team, title, note }) => ({ value: team, label: title, hint: note }))}
              />
            </Field>
            <FieldGroup label="Where they run">
              <div>
                {environments.map(({ name, title }) => (
                  <Checkbox
                    key={name}
                    name={name}
                    checked={chosen.includes(name)}
                    onChange={(on) => setChosen([...chosen.filter((each) => each !== name), ...(on ? [name] : [])])}
                  >
                    {title}
                  </Checkbox>
                ))}
              </div>
            </FieldGroup>
            <div>
              <Button
                look={adoption === undefined ? "primary" : "plain"}
                busy={busy}
                onClick={read}
                {...(missing === undefined ? {} : { refusal: missing })}
              >
                Read them
              </Button>
            </div>
            {adoption === undefined && problem !== undefined && <ProblemBanner problem={problem} />}
          </div>
        </Card>
        {adoption !== undefined && <AdoptionResult adoption={adoption} busy={busy} problem={problem} onSave={save} />}
      </div>
    </>
  );
}

function missingIn({ text, owner, chosen }: { text: string; owner: string | null; chosen: readonly string[] }) {
  if (text.trim() === "") return "Paste manifests first.";
  if (owner === null) return "Choose an owner first.";
  return chosen.length === 0 ? "Choose an environment first." : undefined;
}
