"use client";

import { Banner, Button, Dialog, Field, ProgressBar, Select, TextInput, TextLink } from "@fairlead/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { browserApi } from "../../browser/browser-api.ts";
import { type CallProblem, problemOf } from "../../browser/problem.ts";
import { useLatest } from "../../browser/use-latest.ts";
import { paths } from "../../paths.ts";
import { sayViolation } from "../declare/say-violation.ts";
import { ProblemBanner } from "../problem/problem-banner.tsx";
import { GapList } from "../service/gap-list.tsx";
import { askDeployPreview } from "./ask-deploy-preview.ts";
import { ChangeList } from "./change-list.tsx";
import type { DeployTarget } from "./deploy-targets.ts";

export interface DeployDialogProps {
  service: string;
  /** The declaration as it is now. */
  document: Record<string, unknown>;
  targets: readonly DeployTarget[];
  initialEnvironment: string;
  initialImage: string;
  onClose: () => void;
}

/** What to bring where, what that changes, and then: go. */
export function DeployDialog({
  service,
  document,
  targets,
  initialEnvironment,
  initialImage,
  onClose,
}: DeployDialogProps) {
  const router = useRouter();
  const [environment, setEnvironment] = useState(initialEnvironment);
  const [image, setImage] = useState(initialImage);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<CallProblem>();
  const target = targets.find(({ name }) => name === environment);
  const preview = useLatest(`${environment}\n${image}`, (signal) =>
    askDeployPreview({ service, document, environment, image: image.trim() }, signal),
  );
  const errors = preview.answer?.violations.filter(({ severity }) => severity === "error") ?? [];
  const imageError = errors.find(({ path }) => path === "spec.image");

  async function deploy() {
    setBusy(true);
    setProblem(undefined);
    try {
      const { deliveries } = await browserApi.release.create.mutate({ service, environment, image: image.trim() });
      const [first] = deliveries;
      router.push(first === undefined ? paths.service(service) : paths.delivery(first.id));
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Deploy ${service}`}
      description="Makes a release, which never changes, and brings it to every cluster of the environment."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" busy={busy} refusal={target?.refusal ?? refusalFor(errors.length)} onClick={deploy}>
            Deploy to {target?.title ?? environment}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field label="Environment" custom hint={target?.serving && `${target.serving.version} serves there now.`}>
          <Select
            name="environment"
            value={environment}
            onChange={setEnvironment}
            options={targets.map(({ name, title, serving }) => ({
              value: name,
              label: title,
              hint: serving === undefined ? "nothing serves there" : `${serving.version} serves there`,
            }))}
          />
        </Field>
        <Field
          label="Image"
          hint="What your pipeline pushed. The declared one, unless you name another."
          error={imageError && { reason: sayViolation(imageError, IMAGE), remedy: imageError.remedy }}
        >
          <TextInput name="image" value={image} onChange={setImage} mono maxLength={512} />
        </Field>
        {problem !== undefined && <ProblemBanner problem={problem} />}
        {preview.problem !== undefined && <ProblemBanner problem={preview.problem} />}
        {target !== undefined && target.simulated.length > 0 && (
          <Banner tone="quiet" title={`${target.simulated.join(" and ")}: simulated`}>
            Objects are really checked and stored; their pods run nothing.
          </Banner>
        )}
        <section aria-label="What changes" className="grid gap-2">
          <div className="flex items-center justify-between gap-4">
            <h3 className="font-bold">What changes</h3>
            <span className="w-24">{preview.pending && <ProgressBar label="Comparing" />}</span>
          </div>
          {preview.answer !== undefined && (
            <>
              {preview.answer.violations
                .filter((violation) => violation !== imageError)
                .map(({ path, reason, remedy, severity, policy, exception }) => (
                  <Banner
                    key={`${path} ${reason}`}
                    tone={exception === undefined ? TONES[severity] : "quiet"}
                    title={sayViolation({ path, reason })}
                  >
                    {remedy}{" "}
                    {exception !== undefined && (
                      <TextLink href={paths.exception(exception.number)}>Exception {exception.number}</TextLink>
                    )}
                    {policy !== undefined && severity === "error" && (
                      <TextLink href={paths.askException({ service, environment, policy })}>
                        Ask for an exception
                      </TextLink>
                    )}
                  </Banner>
                ))}
              {preview.answer.comparison !== undefined && (
                <ChangeList comparison={preview.answer.comparison} first={preview.answer.first} />
              )}
            </>
          )}
        </section>
        {preview.answer !== undefined && preview.answer.gaps.length > 0 && (
          <section aria-label="What it has to do without" className="grid gap-2">
            <h3 className="font-bold">What it has to do without</h3>
            <GapList gaps={preview.answer.gaps} />
          </section>
        )}
      </div>
    </Dialog>
  );
}

const IMAGE = { path: "spec.image", label: "The image" } as const;

const TONES = { error: "bad", warning: "warn", note: "quiet" } as const;

function refusalFor(errors: number): string | undefined {
  if (errors === 0) return undefined;
  return errors === 1 ? "One check fails: mend it first." : `${errors} checks fail: mend them first.`;
}
