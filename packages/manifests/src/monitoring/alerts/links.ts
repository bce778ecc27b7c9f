import type { LinkKind } from "@fairlead/domain";
import type { Build } from "../../render/build.ts";
import { dashboardUrl } from "../dashboard/dashboard-url.ts";

/** Where an alert leads: what to do, what to look at, and whose it is. */
export function links(build: Build): Record<string, string> {
  const runbook = linkOf(build, "runbook");
  const dashboard = dashboardUrl(build) ?? linkOf(build, "dashboard") ?? build.refs.contact;
  return {
    ...(runbook === undefined ? {} : { runbook_url: literal(runbook) }),
    dashboard_url: literal(dashboard),
    portal_url: literal(build.refs.contact),
  };
}

function linkOf({ service }: Build, wanted: LinkKind): string | undefined {
  return service.metadata.links?.find(({ kind }) => kind === wanted)?.url;
}

/** Prometheus reads annotations as templates: braces in an address must stay braces, or no rule is loaded at all. */
function literal(text: string): string {
  return text.replaceAll("{{", '{{ "{{" }}');
}
