import { type Actor, AppError, type EnvironmentDocument, imageVersion, type Violation } from "@fairlead/domain";
import { canonicalJson } from "@fairlead/manifests";
import { mutate } from "../access/mutate.ts";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import { currentJudge } from "../policy/current-judge.ts";
import type { ReleaseView } from "../service/service-reader.ts";
import { checkDeployable } from "./check-deployable.ts";
import { refusedChanges } from "./refused-changes.ts";
import type { NewDelivery } from "./release-store.ts";
import { renderingInputs } from "./rendering-input.ts";
import { type VettedRendering, vetRenderings } from "./vet-rendering.ts";

export interface DeployInput {
  service: string;
  environment: string;
  /** Another image than the declared one. */
  image?: string;
  commit?: string;
  reason?: string;
}

export interface Deployed {
  release: ReleaseView;
  deliveries: { id: string; environment: string; cluster: string }[];
  warnings: Violation[];
}

/**
 * Makes a release and its deliveries, in one transaction: what happens in the clusters follows from these rows alone.
 *
 * @throws AppError `forbidden`, `not-found`, `invalid` with the violations that refuse it, `conflict` where the
 * declaration was changed at the same moment
 */
export async function createRelease(deps: Deps, actor: Actor, request: DeployInput): Promise<Deployed> {
  const [view, environments] = await Promise.all([
    deps.read.service.get(request.service),
    deps.read.catalog.environments(),
  ]);
  if (view === undefined) throw new AppError("not-found", `There is no service named ${request.service}.`);
  const environment = environments.find(({ metadata }) => metadata.name === request.environment);
  if (environment === undefined)
    throw new AppError("not-found", `There is no environment named ${request.environment}.`);
  const { team } = view.owner;
  const demand = {
    permission: "service.deploy",
    scope: { team, production: environment.spec.production ?? false },
  } as const;
  requirePermission(actor, demand.permission, demand.scope);

  const { template: wanted, image } = checkDeployable(view.document, request);
  const template = await deps.read.catalog.template(wanted.name, wanted.version);
  if (template === undefined) {
    const reference = `${wanted.name}@${wanted.version}`;
    throw new AppError("not-found", `There is no template ${reference}. Choose another one for ${request.service}.`);
  }
  const resolved = await resolveImage(deps, image, environment);
  const inputs = await renderingInputs(deps, { service: view.document, template, environment, image: resolved.pinned });
  const { vetted, warnings } = await vetRenderings(await currentJudge(deps), inputs, {
    what: `${request.service} can't be deployed to ${request.environment}`,
    objections: (input, rendering) => refusedChanges(deps, input, rendering),
  });

  return mutate(deps, actor, demand, async (tx) => {
    const locked = await tx.release.lockService(request.service);
    if (locked.revision !== view.revision) {
      throw new AppError(
        "conflict",
        `${request.service} was changed at this very moment. Nothing was deployed; deploy again to bring the newest state.`,
      );
    }
    const { pinned: _, ...digest } = resolved;
    const release = {
      service: request.service,
      revision: view.revision,
      template: wanted,
      image,
      ...digest,
      policySet: { digest: deps.judge.digest, documents: deps.judge.documents },
      ...(request.commit === undefined ? {} : { commit: request.commit }),
    };
    const { id: releaseId, number, at } = await tx.release.createRelease(release, actor);
    const deliveries: Deployed["deliveries"] = [];
    for (const each of vetted) {
      const delivery = deliveryOf(deps, { releaseId, service: request.service }, each);
      const { id } = await tx.release.createDelivery(delivery, actor);
      deliveries.push({ id, environment: delivery.environment, cluster: delivery.cluster });
    }
    const { policySet: _policies, service: _service, ...rest } = release;
    const result = {
      release: { ...rest, template: `${wanted.name}@${wanted.version}`, number, by: actor.name, at },
      deliveries,
      warnings,
    };
    const record = {
      action: "service.deploy",
      subject: { kind: "Service", name: request.service },
      team,
      environment: request.environment,
      details: {
        summary: `Deploying ${imageVersion(image)} to ${request.environment}`,
        release: number,
        image,
        ...(request.reason === undefined ? {} : { reason: request.reason }),
      },
    };
    return { result, audit: [record] };
  });
}

/** The image with its digest, or without one and the reason. Environments that require a digest refuse the latter. */
async function resolveImage(deps: Pick<Deps, "images">, image: string, { metadata, spec }: EnvironmentDocument) {
  const resolved = await deps.images.resolve(image);
  if (resolved.digest !== undefined) {
    const pinned = image.includes("@") ? image : `${image}@${resolved.digest}`;
    return { pinned, digest: resolved.digest, digestReason: "" };
  }
  if (spec.requireDigest) {
    throw new AppError(
      "invalid",
      `${metadata.name} takes images by digest only, and ${image} could not be resolved: ${resolved.reason}.`,
    );
  }
  return { pinned: image, digestReason: resolved.reason };
}

function deliveryOf(
  deps: Pick<Deps, "digest">,
  of: { releaseId: string; service: string },
  { input, rendering, exceptions }: VettedRendering,
): NewDelivery {
  const { cluster, namespace } = input.destination;
  return {
    ...of,
    environment: input.environment.metadata.name,
    cluster,
    namespace,
    inputDigest: deps.digest(canonicalJson(input)),
    blob: { digest: deps.digest(canonicalJson(rendering)), content: rendering },
    exceptions,
  };
}
