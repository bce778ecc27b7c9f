import { Card, Mono, TextLink } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";
import { paths } from "../../paths.ts";

const MOST_NAMES = 6;

/** What is hit when this breaks: who calls it, and where it stands. */
export function AroundCard({ service }: { service: Answers["service"]["get"] }) {
  const { name, calledBy, system, image } = service;
  const shown = calledBy.slice(0, MOST_NAMES);
  const hidden = calledBy.length - shown.length;
  return (
    <Card title="Around it" quietTitle>
      <dl className="grid gap-2">
        <Fact label="Called by">
          {shown.length === 0 && "nobody that is declared"}
          {shown.map((caller, at) => (
            <span key={caller}>
              {at > 0 && ", "}
              <TextLink href={paths.service(caller)}>{caller}</TextLink>
            </span>
          ))}
          {hidden > 0 && (
            <>
              {" "}
              and <TextLink href={paths.service(name, "dependencies")}>{hidden} more</TextLink>
            </>
          )}
        </Fact>
        {system !== undefined && <Fact label="Part of">{system}</Fact>}
        {image !== undefined && (
          <Fact label="Image">
            <Mono>{image}</Mono>
          </Fact>
        )}
      </dl>
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-2">
      <dt className="text-faint text-label leading-5">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}
