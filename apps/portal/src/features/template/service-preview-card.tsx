"use client";

import { Card, Field, ProgressBar, Select } from "@fairlead/ui";
import { useState } from "react";
import { browserApi } from "../../browser/browser-api.ts";
import { useLatest } from "../../browser/use-latest.ts";
import { ChangeList } from "../deploy/change-list.tsx";
import { compareManifests } from "../deploy/compare-manifests.ts";

export interface ServicePreviewCardProps {
  name: string;
  text: string;
  ready: boolean;
  services: readonly { name: string; title: string }[];
  environments: readonly { name: string; title: string }[];
}

/** One service with the new version against what it gets now, object by object. */
export function ServicePreviewCard({ name, text, ready, services, environments }: ServicePreviewCardProps) {
  const [service, setService] = useState(services[0]?.name ?? "");
  const [environment, setEnvironment] = useState(environments.at(-1)?.name ?? "");
  const preview = useLatest(ready ? JSON.stringify([text, service, environment]) : "not yet", (signal) =>
    ready
      ? browserApi.template.preview.query({ name, text, service, environment }, { signal })
      : Promise.resolve(undefined),
  );
  const { answer, problem, pending } = preview;
  return (
    <Card title="One service, then and now">
      <div className="grid gap-3">
        <div className="flex flex-wrap gap-3">
          <Field label="Service" custom>
            <Select name="service" options={services.map(toOption)} value={service} onChange={setService} />
          </Field>
          <Field label="Environment" custom>
            <Select
              name="environment"
              options={environments.map(toOption)}
              value={environment}
              onChange={setEnvironment}
            />
          </Field>
        </div>
        <div className="-mt-2 h-0">{pending && ready && <ProgressBar label="Comparing" />}</div>
        {!ready && <p className="text-soft">It can be compared once something is changed and can be read.</p>}
        {problem !== undefined && <p className="text-bad">{problem.message}</p>}
        {ready && answer !== undefined && (
          <>
            <p className="text-soft">
              {answer.service} has {answer.version} in {answer.environment} on {answer.cluster}.
            </p>
            <ul className="list-disc pl-5">
              {answer.words.map((phrase) => (
                <li key={phrase}>{phrase}</li>
              ))}
              {answer.failing.map(({ reason, remedy }) => (
                <li key={reason} className="text-bad">
                  Would fail: {reason} {remedy}
                </li>
              ))}
              {answer.mended.map(({ reason }) => (
                <li key={reason} className="text-good">
                  Would pass: {reason}
                </li>
              ))}
            </ul>
            <ChangeList comparison={compareManifests(answer.before, answer.after)} />
          </>
        )}
      </div>
    </Card>
  );
}

function toOption({ name, title }: { name: string; title: string }) {
  return { value: name, label: title };
}
