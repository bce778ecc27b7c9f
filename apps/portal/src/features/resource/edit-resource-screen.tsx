"use client";

import { Button } from "@fairlead/ui";
import { useRouter } from "next/navigation";
import { browserApi } from "../../browser/browser-api.ts";
import { paths } from "../../paths.ts";
import type { OwnerOption } from "../declare/common-questions.tsx";
import type { Group } from "../declare/draft/path.ts";
import { isSame } from "../declare/draft/same.ts";
import { PageHead } from "../frame/page-head.tsx";
import { ProblemBanner } from "../problem/problem-banner.tsx";
import { cleanResource } from "./clean-resource.ts";
import { ResourceFields } from "./resource-fields.tsx";
import { useResourceForm } from "./use-resource-form.ts";

export interface EditResourceScreenProps {
  /** As it is, and which version that is. */
  saved: { name: string; title: string; version: number; document: Group };
  owners: readonly OwnerOption[];
  environments: readonly { name: string; title: string }[];
}

/** What is known of something off the platform, to be changed. */
export function EditResourceScreen({ saved, owners, environments }: EditResourceScreenProps) {
  const router = useRouter();
  const { draft, busy, refused, violations, answer, submit } = useResourceForm({
    start: () => saved.document,
    async save(written) {
      await browserApi.resource.save.mutate({ document: cleanResource(written), version: saved.version });
      router.push(paths.resource(saved.name));
    },
  });
  const changed = !isSame(cleanResource(draft), saved.document);

  return (
    <>
      <PageHead
        trail={[
          { label: "Services", href: paths.services() },
          { label: "Off the platform", href: paths.resources() },
          { label: saved.title, href: paths.resource(saved.name) },
        ]}
        title={`Edit ${saved.title}`}
      />
      <form noValidate onSubmit={submit} className="grid max-w-200 gap-4">
        <ResourceFields
          draft={draft}
          onAnswer={answer}
          violations={violations}
          owners={owners}
          environments={environments}
        />
        {refused !== undefined && refused.code !== "invalid" && (
          <ProblemBanner
            problem={refused}
            action={
              refused.code === "stale" && <Button onClick={() => location.reload()}>Start from the newest</Button>
            }
          />
        )}
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
          <p className="text-soft">Services that need it get a changed address with their next deploy.</p>
          <Button type="submit" look="primary" busy={busy} refusal={changed ? undefined : "Nothing is changed yet."}>
            Save changes
          </Button>
        </div>
      </form>
    </>
  );
}
