import { secretName } from "../compose/compose-service.ts";
import { scoreOf } from "../score/score-of.ts";
import { portabilityLine } from "./does-not-travel.ts";
import type { EjectedService } from "./ejected-service.ts";
import { withoutFairlead } from "./without-fairlead.ts";

/** What somebody needs to know who has the bundle and nothing else. */
export function bundleReadme(bundle: readonly EjectedService[], environment: string): string {
  const names = bundle.length > 3 ? `${bundle.length} services` : bundle.map(({ name }) => name).join(", ");
  const sections = [
    `# ${names}, for ${environment}`,
    "Plain Kubernetes manifests, Score files and a Compose file. Nothing here needs Fairlead.",
    "## On Kubernetes",
    ...kubernetes(bundle),
    "## On one machine",
    ...onOneMachine(bundle),
    "## What does not travel",
    bundle.map((service) => `- **${service.name}** ${portabilityLine(service)}.`).join("\n"),
    "## What to know",
    ...worthKnowing(bundle),
  ];
  return `${sections.join("\n\n")}\n`;
}

function kubernetes(bundle: readonly EjectedService[]): string[] {
  const withAddOns = bundle.filter(({ objects }) => withoutFairlead(objects).addOns.length > 0);
  return [
    "```\nkubectl apply --server-side -k .\n```",
    ...(withAddOns.length === 0
      ? []
      : [
          `Metrics, routes and the like stand apart, since a cluster without the add-on would refuse them. Where it is there:\n\n\`\`\`\n${withAddOns.map(({ name }) => `kubectl apply --server-side -k ${name}/add-ons`).join("\n")}\n\`\`\``,
        ]),
    ...secretsToMake(bundle),
  ];
}

function secretsToMake(bundle: readonly EjectedService[]): string[] {
  const wanted = bundle.flatMap(({ name, spec }) =>
    (spec.secrets ?? []).map((secret) => `- for ${name}: \`${secret.name}\` with ${secret.keys.join(", ")}`),
  );
  return wanted.length === 0
    ? []
    : [`Secrets are not in here. Without the store's add-on, make these by hand first:\n\n${wanted.join("\n")}`];
}

function onOneMachine(bundle: readonly EjectedService[]): string[] {
  const files = bundle.flatMap(({ name, spec }) =>
    (spec.secrets ?? []).flatMap((secret) =>
      secret.keys.map((key) => `- \`secrets/${secretName(name, secret.name, key)}\``),
    ),
  );
  const scheduled = bundle.filter(({ spec }) => spec.schedule !== undefined).map(({ name }) => name);
  return [
    "```\ndocker compose up\n```",
    "Each service runs once, under its name, with the same user, limits and read-only file system. Network rules, replicas and checks other than commands are Kubernetes' own and not in it.",
    ...(files.length === 0 ? [] : [`Put the secrets here first:\n\n${files.join("\n")}`]),
    ...scheduled.map(
      (name) => `${name} runs by the clock on Kubernetes; here start it with \`docker compose run ${name}\`.`,
    ),
  ];
}

function worthKnowing(bundle: readonly EjectedService[]): string[] {
  const outside = bundle.flatMap(({ name, spec }) =>
    spec.needs.flatMap((need) => {
      const callee = "service" in need ? need.service : "resource" in need ? need.resource : need.external;
      return bundle.some((other) => other.name === callee) ? [] : [`${name} calls ${callee}`];
    }),
  );
  const leftOut = [...new Set(bundle.flatMap((service) => scoreOf(service, bundle)?.leftOut ?? []))];
  return [
    "Labels that begin with `fairlead.dev/` and `needs.fairlead.dev/` are plain marks: the network rules go by them. Keep them, or change the rules with them.",
    "The pods have no priority class any more: set one of your cluster's where it matters. Who may do what in the namespaces is yours to bind.",
    ...(outside.length === 0
      ? []
      : [`Not in this bundle, so their addresses are still those of before: ${outside.join("; ")}.`]),
    ...(leftOut.length === 0 ? [] : [`Score has no words for ${leftOut.join("; ")}.`]),
  ];
}
