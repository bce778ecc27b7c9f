import type { ReactNode } from "react";
import type { Answers } from "../../answers.ts";
import { DeployAction } from "../deploy/deploy-action.tsx";
import { DeployDialogHost } from "../deploy/deploy-dialog-host.tsx";
import { deployTargets } from "../deploy/deploy-targets.ts";
import { AroundCard } from "./around-card.tsx";
import { EnvironmentCard } from "./environment-card.tsx";
import { LinksCard } from "./links-card.tsx";
import { OwnerCard } from "./owner-card.tsx";
import { ServiceActions } from "./service-actions.tsx";
import { ServiceHeader } from "./service-header.tsx";
import { serviceState } from "./service-state.ts";
import { ServiceTabs } from "./service-tabs.tsx";

export interface ServiceFrameProps {
  service: Answers["service"]["get"];
  children: ReactNode;
}

/** What stands on every tab of a service: who answers for it, how it is in every environment. */
export function ServiceFrame({ service, children }: ServiceFrameProps) {
  const targets = deployTargets(service);
  return (
    <>
      <ServiceHeader
        service={service}
        canUpgrade={service.can.edit.allowed && service.source === "portal"}
        state={serviceState(service.places)}
        actions={<ServiceActions service={service} />}
      />
      <div className="grid gap-4 desk:grid-cols-3">
        <OwnerCard owner={service.owner} />
        <LinksCard links={service.links} />
        <AroundCard service={service} />
      </div>
      {service.places.length > 0 && (
        <section aria-label="Environments" className="grid gap-4 desk:grid-cols-3">
          {service.places.map((place) => (
            <EnvironmentCard
              key={place.environment}
              place={place}
              action={
                <DeployAction service={service.name} target={targets.find(({ name }) => name === place.environment)} />
              }
            />
          ))}
        </section>
      )}
      <ServiceTabs service={service.name} />
      {children}
      <DeployDialogHost service={service.name} document={service.document} targets={targets} />
    </>
  );
}
