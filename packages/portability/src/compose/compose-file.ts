import type { BundleFile, EjectedService } from "../eject/ejected-service.ts";
import { mainWorkload } from "../workload/workload-of.ts";
import { composeService, secretName } from "./compose-service.ts";

/**
 * All services of a bundle as one Compose file, so that they find each other by name. `undefined` where nothing runs.
 * Source of the format: https://github.com/compose-spec/compose-spec/blob/main/spec.md
 */
export function composeFile(bundle: readonly EjectedService[]): Record<string, unknown> | undefined {
  const running = bundle.flatMap((service) => {
    const workload = mainWorkload(service.objects);
    return workload === undefined ? [] : [{ service, workload }];
  });
  if (running.length === 0) return undefined;
  const services = running.flatMap(({ service, workload }): [string, unknown][] => {
    const { name, spec } = service;
    const composed = composeService(service, workload, bundle);
    if (spec.beforeDeploy === undefined) return [[name, composed]];
    const { ports: _ports, healthcheck: _healthcheck, ...first } = composed;
    const before = `${name}-before-deploy`;
    return [
      [before, { ...first, entrypoint: spec.beforeDeploy.command, command: [], restart: "no" }],
      [name, { ...composed, depends_on: { [before]: { condition: "service_completed_successfully" } } }],
    ];
  });
  const volumes = bundle.flatMap(({ name, spec }) => (spec.storage ?? []).map((each) => [`${name}-${each.name}`, {}]));
  const secrets = bundle.flatMap(secretsOf);
  return {
    services: Object.fromEntries(services),
    ...(volumes.length === 0 ? {} : { volumes: Object.fromEntries(volumes) }),
    ...(secrets.length === 0 ? {} : { secrets: Object.fromEntries(secrets) }),
  };
}

function secretsOf({ name, spec }: EjectedService): [string, unknown][] {
  return (spec.secrets ?? []).flatMap((secret) =>
    secret.keys.map((key): [string, unknown] => [
      secretName(name, secret.name, key),
      { file: `./secrets/${secretName(name, secret.name, key)}` },
    ]),
  );
}

/** What the Compose file mounts: a declaration's files, as they are. */
export function composeMounts(bundle: readonly EjectedService[]): BundleFile[] {
  return bundle.flatMap(({ name, spec }) =>
    (spec.files ?? []).map(({ content }, index) => ({ path: `${name}/files/${index}`, content })),
  );
}
