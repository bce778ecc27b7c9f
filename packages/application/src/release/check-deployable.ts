import { AppError, parseImageReference, type ServiceDocument } from "@fairlead/domain";

/** What a deploy takes from a declaration. */
export interface Deployable {
  template: { name: string; version: string };
  image: string;
}

/**
 * Whether a service can be deployed to an environment at all, before anything is rendered.
 *
 * @throws AppError `invalid` with the way out
 */
export function checkDeployable(
  { metadata: { name }, spec }: ServiceDocument,
  { environment, image = spec.image }: { environment: string; image?: string | undefined },
): Deployable {
  const [templateName, version] = spec.template?.split("@") ?? [];
  if (spec.managed === false || templateName === undefined || version === undefined) {
    throw new AppError(
      "invalid",
      `${name} is in the catalog only: Fairlead does not run it, so there is nothing to deploy.`,
    );
  }
  if (spec.environments !== undefined && !Object.hasOwn(spec.environments, environment)) {
    throw new AppError("invalid", `${name} is not declared for ${environment}. Add it to its environments first.`, {
      violations: [
        {
          path: "spec.environments",
          reason: `do not name ${environment}`,
          remedy: `Add ${environment}, with what differs there.`,
          severity: "error",
          fix: { label: `Add ${environment}`, patch: { environments: { [environment]: {} } } },
        },
      ],
    });
  }
  if (image === undefined)
    throw new AppError("invalid", `${name} names no image. Give one with the deploy, or declare one.`);
  if (parseImageReference(image) === undefined) {
    throw new AppError(
      "invalid",
      `${image.slice(0, 200)} is not an image. Write it like registry.example.com/shop/checkout:v1.9.2.`,
    );
  }
  return { template: { name: templateName, version }, image };
}
