import { Mono, Pill, State, TextLink } from "@fairlead/ui";
import type { ReactNode } from "react";
import { paths } from "../../paths.ts";
import { PageHead } from "../frame/page-head.tsx";
import type { PlaceState } from "./place-state.ts";

export interface ServiceHeaderProps {
  service: {
    title: string;
    name: string;
    description: string;
    system?: string | undefined;
    tier?: number | undefined;
    lifecycle?: string | undefined;
    /** `name@version`. */
    template?: string | undefined;
    /** A newer version of it. */
    newerTemplate?: string | undefined;
    managed: boolean;
  };
  /** Whether who looks may bring it to the newer version. */
  canUpgrade: boolean;
  state?: PlaceState | undefined;
  actions?: ReactNode;
}

/** What it is, how it is, what can be done. */
export function ServiceHeader({ service, canUpgrade, state, actions }: ServiceHeaderProps) {
  const { title, name, description, system, tier, lifecycle, template, newerTemplate, managed } = service;
  return (
    <PageHead
      trail={[{ label: "Services", href: paths.services() }]}
      title={title}
      state={state && <State {...state} />}
      description={description === "" ? undefined : description}
      facts={
        <>
          {title !== name && <Mono>{name}</Mono>}
          {tier !== undefined && <Pill>Tier {tier}</Pill>}
          {lifecycle !== undefined && <Pill>{lifecycle}</Pill>}
          {system !== undefined && <Pill>part of {system}</Pill>}
          {template !== undefined && (
            <span>
              <Mono>{template.replace("@", " ")}</Mono>
              {newerTemplate !== undefined &&
                (canUpgrade ? (
                  <>
                    {" "}
                    (<TextLink href={paths.upgrade(name)}>{newerTemplate} is out</TextLink>)
                  </>
                ) : (
                  ` (${newerTemplate} is out)`
                ))}
            </span>
          )}
          {!managed && <span>Listed here, run elsewhere</span>}
        </>
      }
      actions={actions}
    />
  );
}
