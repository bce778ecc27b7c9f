import { Button, Card, EmptyState, LinkButton, Mono, Pill, TextLink } from "@fairlead/ui";
import { Pencil } from "lucide-react";
import type { Answers } from "../../answers.ts";
import { paths } from "../../paths.ts";
import { DecisionList } from "../fit/decision-list.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { LinksCard } from "../service/links-card.tsx";
import { OwnerCard } from "../service/owner-card.tsx";

type Resource = Answers["resource"]["get"];

/** Something off the platform: who answers for it first, then where it is and what hangs on it. */
export function ResourceScreen({ resource }: { resource: Resource }) {
  const { name, title, description, type, tier, lifecycle, system, owner, links, decisions, can } = resource;
  return (
    <>
      <PageHead
        trail={[
          { label: "Services", href: paths.services() },
          { label: "Off the platform", href: paths.resources() },
        ]}
        title={title}
        description={description === "" ? undefined : description}
        facts={
          <>
            {title !== name && <Mono>{name}</Mono>}
            <Pill>{type}</Pill>
            {tier !== undefined && <Pill>Tier {tier}</Pill>}
            {lifecycle !== undefined && <Pill>{lifecycle}</Pill>}
            {system !== undefined && <Pill>part of {system}</Pill>}
            <span>Does not run here</span>
          </>
        }
        actions={
          can.edit.allowed ? (
            <LinkButton href={paths.editResource(name)} icon={Pencil}>
              Edit
            </LinkButton>
          ) : (
            <Button refusal={can.edit.reason} icon={Pencil}>
              Edit
            </Button>
          )
        }
      />
      <div className="grid gap-4 desk:grid-cols-2">
        <OwnerCard owner={owner} />
        <LinksCard links={links} />
      </div>
      <div className="grid items-start gap-4 desk:grid-cols-2">
        <Addresses addresses={resource.addresses} />
        <NeededBy services={resource.neededBy} />
      </div>
      {decisions.length > 0 && <DecisionList title="Why it is not on Kubernetes" decisions={decisions} />}
    </>
  );
}

function Addresses({ addresses }: Pick<Resource, "addresses">) {
  return (
    <Card title="Where it is reached" flush>
      {addresses.length === 0 ? (
        <EmptyState>No address is known. Services that need it get none.</EmptyState>
      ) : (
        <ul>
          {addresses.map(({ environment, host, port, cidrs }) => (
            <li key={environment} className="grid gap-x-4 border-line border-t px-4 py-2.5 tablet:grid-cols-[8rem_1fr]">
              <span className="text-soft">{environment}</span>
              <span className="min-w-0 break-words">
                <Mono>{`${host}:${port}`}</Mono>
                {cidrs.length > 0 && <span className="block text-faint text-label">in {cidrs.join(", ")}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function NeededBy({ services }: { services: readonly string[] }) {
  return (
    <Card title="Needed by" aside={services.length > 0 ? services.length : undefined} flush>
      {services.length === 0 ? (
        <EmptyState>No declared service needs it.</EmptyState>
      ) : (
        <ul>
          {services.map((service) => (
            <li key={service} className="flex min-h-11 items-center border-line border-t px-4 py-2">
              <TextLink href={paths.service(service)} strong>
                {service}
              </TextLink>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
