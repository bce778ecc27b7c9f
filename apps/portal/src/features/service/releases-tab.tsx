import { Card, type Column, EmptyState, Mono, Pill, Table, Time } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";
import type { PlaceView } from "./service-view.ts";

type Release = Answers["service"]["releases"][number];

export interface ReleasesTabProps {
  releases: readonly Release[];
  /** Where each one serves is read from here. */
  places: Answers["service"]["get"]["places"];
}

/** Every release that was made, and where it serves. A release never changes. */
export function ReleasesTab({ releases, places }: ReleasesTabProps) {
  if (releases.length === 0) {
    return (
      <Card>
        <EmptyState>
          A release is made by deploying: an image, a revision of the declaration and a template, fixed together.
        </EmptyState>
      </Card>
    );
  }
  const serves: Column<Release> = {
    key: "serves",
    head: "Serves in",
    cell: ({ number }) => (
      <span className="flex flex-wrap gap-1">
        {places.filter(servesRelease(number)).map(({ environment }) => (
          <Pill key={environment} tone="good">
            {environment}
          </Pill>
        ))}
      </span>
    ),
  };
  return (
    <Card flush>
      <Table
        caption="Releases"
        columns={[VERSION, serves, DIGEST, TEMPLATE, BY, AT]}
        rows={releases}
        rowKey={({ number }) => number}
      />
    </Card>
  );
}

function servesRelease(number: number) {
  return ({ destinations }: Answers["service"]["get"]["places"][number] & PlaceView) =>
    destinations.some(({ serving }) => serving?.number === number);
}

const VERSION: Column<Release> = {
  key: "version",
  head: "Release",
  phone: "title",
  cell: ({ number, version, revision, commit }) => (
    <>
      <p className="font-bold">
        <Mono>{version}</Mono>
      </p>
      <p className="text-faint text-label">
        number {number}, revision {revision}
        {commit !== undefined && `, commit ${commit.slice(0, 7)}`}
      </p>
    </>
  ),
};

const DIGEST: Column<Release> = {
  key: "digest",
  head: "Digest",
  phone: "hidden",
  cell: ({ digest, digestReason }) =>
    digest === undefined ? (
      <span className="text-warn">{digestReason ?? "not resolved"}</span>
    ) : (
      <span title={digest}>
        <Mono>{digest.slice(0, "sha256:".length + 12)}…</Mono>
      </span>
    ),
};

const TEMPLATE: Column<Release> = {
  key: "template",
  head: "Template",
  phone: "hidden",
  cell: ({ template }) => <Mono>{template.replace("@", " ")}</Mono>,
};

const BY: Column<Release> = { key: "by", head: "By", cell: ({ by }) => by };

const AT: Column<Release> = {
  key: "at",
  head: "When",
  numeric: true,
  cell: ({ at }) => (
    <span className="text-faint text-label">
      <Time at={at} form="bare" />
    </span>
  ),
};
