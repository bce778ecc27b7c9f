import {
  type Actor,
  AppError,
  hasErrors,
  imageVersion,
  parseImageReference,
  type ServiceDocument,
  type Violation,
} from "@fairlead/domain";
import { canonicalJson, type Rendering, render } from "@fairlead/manifests";
import { mutate } from "../access/mutate.ts";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import type { ReleaseView } from "../service/service-reader.ts";
import { renderingInputs } from "./rendering-input.ts";

export interface DeployInput {
  service: string;
  environment: string;
  /** Another image than the declared one. */
  image?: string;
  commit?: string;
}

export interface Deployed {
  release: ReleaseView;
  deliveries: { id: string; environment: string; cluster: string }[];
  warnings: Violation[];
}

/**
 * Makes a release and its deliveries, in one transaction: what happens in the clusters follows from these rows alone.
 *
 * @throws AppError `forbidden`, `not-found`, `invalid` with the violations that refuse it
 */
export async function createRelease(deps: Deps, actor: Actor, input: DeployInput): Promise<Deployed> {
  const view = await deps.read.service.get(input.service);
  if (view === undefined) throw new AppError("not-found", `There is no service named ${input.service}.`);
  const environment = (await deps.read.catalog.environments()).find(
    ({ metadata }) => metadata.name === input.environment,
  );
  if (environment === undefined) throw new AppError("not-found", `There is no environment named ${input.environment}.`);
  requirePermission(actor, "service.deploy", {
    team: view.owner.team,
    production: environment.spec.production ?? false,
  });

  const { template: reference, image } = declared(view.document, input);
  const [name = "", version = ""] = reference.split("@");
  const template = await deps.read.catalog.template(name, version);
  if (template === undefined)
    throw new AppError(
      "not-found",
      `Template ${reference} is not there any more. Choose another one for ${input.service}.`,
    );
  const resolved = await deps.images.resolve(image);
  if (resolved.digest === undefined && environment.spec.requireDigest) {
    throw new AppError(
      "invalid",
      `${input.environment} takes images by digest only, and ${image} could not be resolved: ${resolved.reason}.`,
    );
  }

  const inputs = await renderingInputs(deps, {
    service: view.document,
    template,
    environment,
    image: pinned(image, resolved.digest),
  });
  const rendered = inputs.map((renderInput) => ({ renderInput, ...vetted(deps, render(renderInput)) }));
  const violations = distinct(rendered.flatMap((each) => each.violations));
  if (hasErrors(violations)) {
    throw new AppError("invalid", `${input.service} can't be deployed to ${input.environment}: a check refuses it.`, {
      violations,
    });
  }

  return mutate(deps, actor, async (tx) => {
    await tx.release.lockService(input.service);
    const newRelease = {
      service: input.service,
      revision: view.revision,
      template: { name, version },
      image,
      ...(resolved.digest === undefined
        ? { digestReason: resolved.reason }
        : { digest: resolved.digest, digestReason: "" }),
      policySet: { digest: deps.judge.digest, documents: deps.judge.documents },
      ...(input.commit === undefined ? {} : { commit: input.commit }),
    };
    const release = await tx.release.createRelease(newRelease, actor);
    const deliveries: Deployed["deliveries"] = [];
    for (const { renderInput, rendering } of rendered) {
      if (rendering === undefined) continue;
      const { cluster, namespace } = renderInput.destination;
      const content = canonicalJson(rendering);
      const { id } = await tx.release.createDelivery(
        {
          releaseId: release.id,
          service: input.service,
          environment: input.environment,
          cluster,
          namespace,
          inputDigest: deps.digest(canonicalJson(renderInput)),
          blob: { digest: deps.digest(content), content: rendering },
        },
        actor,
      );
      deliveries.push({ id, environment: input.environment, cluster });
    }
    const view_: ReleaseView = {
      ...newRelease,
      template: reference,
      number: release.number,
      by: actor.name,
      at: release.at,
    };
    const summary = `Deploying ${imageVersion(image)} to ${input.environment}`;
    return {
      result: { release: view_, deliveries, warnings: violations },
      audit: [
        {
          action: "service.deploy",
          subject: { kind: "Service", name: input.service },
          team: view.owner.team,
          environment: input.environment,
          details: { summary, release: release.number, image },
        },
      ],
    };
  });
}

function declared(document: ServiceDocument, input: DeployInput): { template: string; image: string } {
  const { template, image: declaredImage, managed } = document.spec;
  if (managed === false || template === undefined) {
    throw new AppError(
      "invalid",
      `${input.service} is in the catalog only: Fairlead does not run it, so there is nothing to deploy.`,
    );
  }
  const image = input.image ?? declaredImage;
  if (image === undefined)
    throw new AppError("invalid", `${input.service} names no image. Give one with the deploy, or declare one.`);
  if (parseImageReference(image) === undefined) {
    throw new AppError(
      "invalid",
      `${image.slice(0, 200)} is not an image. Write it like registry.example.com/shop/checkout:v1.9.2.`,
    );
  }
  return { template, image };
}

function pinned(image: string, digest: string | undefined): string {
  return digest === undefined || image.includes("@") ? image : `${image}@${digest}`;
}

function vetted(
  deps: Pick<Deps, "judge">,
  rendered: ReturnType<typeof render>,
): { rendering?: Rendering; violations: Violation[] } {
  if (!rendered.ok) return { violations: rendered.error };
  const { guarded, objects } = rendered.value;
  const namespace = guarded.find(({ kind }) => kind === "Namespace");
  if (namespace === undefined) return { violations: [] };
  return { rendering: rendered.value, violations: deps.judge.vet([...guarded, ...objects], namespace).violations };
}

function distinct(violations: readonly Violation[]): Violation[] {
  return [
    ...new Map(
      violations.map((violation) => [JSON.stringify([violation.path, violation.reason, violation.object]), violation]),
    ).values(),
  ];
}
